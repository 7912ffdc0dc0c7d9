package dev.seatport.demo.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as its reader has it: a file, in a browser. */
class HtmlReviewBrowserTest {
    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static HtmlBrowser browser;

    @SuppressWarnings("NullAway.Init")
    private ChromeDriver page;

    @BeforeAll
    static void start() throws IOException {
        browser = HtmlBrowser.start(directory.resolve("profile"));
        write("fleet.html", HtmlFleet.customers());
    }

    @AfterAll
    @SuppressWarnings("UnnecessaryConditional")
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void write(String name, List<CustomerEntry> customers) throws IOException {
        try (Writer out = Files.newBufferedWriter(directory.resolve(name))) {
            HtmlFleet.write(customers, out);
        }
    }

    @BeforeEach
    void open() {
        page = browser.driver();
        browser.size(1280, 900);
        browser.media("light", "screen");
        open("fleet.html");
    }

    private void open(String name) {
        page.get("about:blank");
        page.get(directory.resolve(name).toUri().toString());
        await("All ");
    }

    @AfterEach
    void theConsoleHasNoErrors() {
        assertThat(page.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    private void await(String shown) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.id("shown"), shown));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(page, Duration.ofSeconds(30));
    }

    private WebElement find(String selector) {
        return page.findElement(By.cssSelector(selector));
    }

    private Object script(String script) {
        return Objects.requireNonNull(page.executeScript(script));
    }

    private Stream<String> shown() {
        return page.findElements(By.cssSelector("tbody.c:not([hidden]) .lb")).stream().map(WebElement::getText);
    }

    private void choose(String field, String value) {
        new Select(find("#" + field)).selectByValue(value);
    }

    private WebElement head(String name) {
        return page.findElement(By.xpath("//table[@id='list']/thead//button[starts-with(., '" + name + "')]"));
    }

    @Test
    void filtersByTheKindOfFindingAndTellsHowManyAreLeft() {
        choose("f-kind", "BACKUP_SHORTFALL");
        await("4 of 30 customers shown");
        assertThat(shown())
                .containsExactly("Thornbury Hospital Trust", "Sable Point Marine", "Juniper Health Clinics", "Tidewater Energy");
        assertThat(find("#shown").getDomAttribute("aria-live")).isEqualTo("polite");
    }

    @Test
    void filtersBySeverityAndExcusedFindingsAreNoneOfTheOthers() {
        choose("f-severity", "CRITICAL");
        await("5 of 30 customers shown");
        choose("f-severity", "EXCUSED");
        await("2 of 30 customers shown");
        assertThat(shown()).containsExactly("Juniper Health Clinics", "Yarrow Theatre Company");
    }

    @Test
    void filtersByKindAndSeverityOfOneAndTheSameFinding() {
        choose("f-kind", "UNASSIGNED_LICENSES");
        choose("f-severity", "CRITICAL");
        await("0 of 30 customers shown");
        choose("f-severity", "WARNING");
        await("2 of 30 customers shown");
    }

    @Test
    void findsTextInNamesAndInWhatTheRowDoesNotShow() {
        find("#f-text").sendKeys("HARBOUR hotel");
        await("1 of 30 customers shown");
        find("#f-text").clear();
        find("#f-text").sendKeys("CFQ7TTC0LH16");
        await("1 of 30 customers shown");
        assertThat(shown()).containsExactly("Copperfield Accounting");
    }

    @Test
    void showsOnlyTheIncompleteAndClearsAllFilters() {
        find("#f-incomplete").click();
        await("4 of 30 customers shown");
        find("#f-reset").click();
        await("All 30 customers shown");
        assertThat(shown()).hasSize(30);
    }

    @Test
    void theSummaryLeadsToTheCustomersItCounts() {
        find("a[data-kind=OVER_ASSIGNED_LICENSES]").sendKeys(Keys.ENTER);
        await("2 of 30 customers shown");
        find("a[data-severity=WARNING]").click();
        await("5 of 30 customers shown");
    }

    @Test
    void sortsByClickAndSaysHow() {
        head("Customer").click();
        assertThat(shown()).first().isEqualTo("1f0b6a52-77c1-4d7e-9a43-0c5d2e7b9d10");
        assertThat(sorted("Customer")).isEqualTo("ascending");
        head("Customer").click();
        assertThat(shown()).first().isEqualTo("Yarrow Theatre Company");
        assertThat(sorted("Customer")).isEqualTo("descending");
        assertThat(page.findElements(By.cssSelector("[aria-sort]"))).hasSize(1);
    }

    private String sorted(String name) {
        return Objects.requireNonNull(head(name).findElement(By.xpath("..")).getDomAttribute("aria-sort"));
    }

    @Test
    void sortsByKeyboardAndKeepsTheUnknownLast() {
        head("Licenses").sendKeys(Keys.ENTER);
        assertThat(shown()).startsWith("Thornbury Hospital Trust", "Pinnacle Recruitment");
        head("Licenses").sendKeys(Keys.SPACE);
        assertThat(shown()).startsWith("Copperfield Accounting", "Sable Point Marine").endsWith("1f0b6a52-77c1-4d7e-9a43-0c5d2e7b9d10");
        assertThat(sorted("Licenses")).isEqualTo("ascending");
    }

    @Test
    void opensDetailsByKeyboardAndByClickOnTheRow() {
        WebElement summary = find("tbody.c .more > details > summary");
        WebElement details = summary.findElement(By.xpath(".."));
        summary.sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.attributeToBe(details, "open", "true"));
        assertThat(details.findElement(By.className("body")).getText())
                .contains("short by 146", "People and licenses are different things", "Where these numbers come from");
        find("tbody.c .se").click();
        waiting().until(ExpectedConditions.invisibilityOf(details.findElement(By.className("body"))));
    }

    @Test
    void aNumberLeadsToTheAnswerItCameIn() {
        find("tbody.c .more > details > summary").sendKeys(Keys.ENTER);
        find("tbody.c .ref a").sendKeys(Keys.ENTER);
        WebElement answer = find("tbody.c .prov li");
        waiting().until(ExpectedConditions.visibilityOf(answer));
        assertThat(answer.getText()).contains("AvePoint", "tenantSeats", "7f3c-thornbury-hospital-trust");
    }

    @Test
    void everythingThatActsIsReachedByTabAndShowsItsFocus() {
        WebElement first = find(".skip");
        page.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(page.switchTo().activeElement()).isEqualTo(first);
        assertThat(first.getCssValue("outline-style")).isEqualTo("solid");
        assertThat(script("return document.querySelectorAll('[tabindex]:not([tabindex=\"-1\"]), [onclick]').length"))
                .isEqualTo(0L);
    }

    @Test
    void asksForNothingEvenIfSomethingInItTried() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(script("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
            Object refused = page.executeAsyncScript(
                    """
                    const done = arguments[1];
                    document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
                    const image = document.createElement('img');
                    image.src = arguments[0];
                    document.body.append(image);
                    """,
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/pixel.png");
            assertThat(refused).isEqualTo("img-src");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
        assertThat(page.manage().logs().get(LogType.BROWSER).getAll()).anyMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    @Test
    void hostileNamesAreRead() throws IOException {
        String name = "\"><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202Egnp";
        write("hostile.html", List.of(new HtmlCase("1", name).seats(1L, 2L).entry(), new HtmlCase("2", "x".repeat(10_000)).entry()));
        open("hostile.html");
        assertThat(page.getTitle()).isEqualTo("Seats and licenses, 2026-11-20");
        assertThat(shown()).first().asString().contains("<script>document.title='owned'</script>", "?gnp");
        assertNoSidewaysScrolling();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 768, 1280, 2560})
    void fitsEveryWidth(int width) {
        browser.size(width, 800);
        page.executeScript("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        assertNoSidewaysScrolling();
    }

    private void assertNoSidewaysScrolling() {
        assertThat((Long) script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo((Long) script("return window.innerWidth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableInBothSchemes(String scheme) {
        browser.media(scheme, "screen");
        assertThat(script("return getComputedStyle(document.documentElement).colorScheme")).isEqualTo(scheme);
        assertThat((List<?>) script(HtmlContrast.SCRIPT)).isEmpty();
    }

    @Test
    void printsEverythingOpenedWithoutControls() {
        browser.media("dark", "print");
        assertThat(script("return Array.from(document.querySelectorAll('.body, .prov li')).every((each) => each.checkVisibility())"))
                .isEqualTo(true);
        assertThat(find("#controls").isDisplayed()).isFalse();
        assertThat(script("return getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void unfoldsTheDetailsOfManyCustomersWhenAsked() throws IOException {
        write("many.html", HtmlFleet.many((int) HtmlCustomer.AT_ONCE + 30));
        open("many.html");
        find("#f-text").sendKeys("Thornbury Hospital Trust 1006");
        await("1 of 1030 customers shown");
        WebElement customer = find("tbody.c:not([hidden])");
        assertThat(customer.findElements(By.className("body"))).isEmpty();
        customer.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.visibilityOfNestedElementsLocatedBy(customer, By.className("body")));
        assertThat(customer.findElement(By.className("body")).getText()).contains("short by 146");
    }
}
