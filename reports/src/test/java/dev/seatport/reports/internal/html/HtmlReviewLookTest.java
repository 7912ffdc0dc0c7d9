package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.logging.LogType;

/** Look of the page on screens and paper, and no requests. */
@Tag("slow")
class HtmlReviewLookTest extends HtmlInBrowser {
    @Test
    void sendsNoRequestEvenIfItsContentTries() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(script("return performance.getEntriesByType('resource').length"))
                    .isEqualTo(0L);
            Object refused = page.executeAsyncScript(
                    """
                    const done = arguments[1];
                    document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
                    const image = document.createElement('img');
                    image.src = arguments[0];
                    document.body.append(image);
                    """, "http://127.0.0.1:" + server.getAddress().getPort() + "/pixel.png");
            assertThat(refused).isEqualTo("img-src");
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
        assertThat(page.manage().logs().get(LogType.BROWSER).getAll())
                .anyMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    @Test
    void showsHostileNames() throws IOException {
        String name =
                "\"><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202Egnp";
        write(
                "hostile.html",
                List.of(new HtmlCase("1", name).seats(1L, 2L).entry(), new HtmlCase("2", "x".repeat(10_000)).entry()));
        open("hostile.html");
        assertThat(page.getTitle()).isEqualTo("Seats and licenses, 2026-11-20");
        assertThat(shown()).first().asString().contains("<script>document.title='owned'</script>", "?gnp");
        assertNothingIsWiderThan(1280);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 768, 1280, 2560})
    void fitsEveryWidth(int width) {
        browser.size(width, 800);
        page.executeScript("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        assertNothingIsWiderThan(width);
    }

    private void assertNothingIsWiderThan(int width) {
        assertThat((Long) script("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableInBothSchemes(String scheme) {
        browser.media(scheme, "screen");
        assertThat(script("return getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo(scheme);
        assertThat((List<?>) script(HtmlContrast.SCRIPT)).isEmpty();
    }

    @Test
    void printsTwentyCustomersOnASheetOrMore() throws IOException {
        write("many.html", HtmlFleet.many(400));
        open("many.html");
        browser.media("light", "print");
        String pdf = new String(
                Base64.getDecoder()
                        .decode(String.valueOf(browser.driver()
                                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                                .get("data"))),
                StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count())
                .isBetween(5L, 24L);
    }

    @Test
    void printsTheListAndTheOpenDetailsWithoutControls() {
        page.executeScript("document.querySelectorAll('.more > details')[2].open = true");
        browser.media("dark", "print");
        assertThat(script("return Array.from(document.querySelectorAll('.body')).map((each) => each.checkVisibility())"
                        + ".map((seen, place) => seen ? place : -1).filter((place) => place >= 0)"))
                .isEqualTo(List.of(2L));
        assertThat(
                        script(
                                "return Array.from(document.querySelectorAll('.c .lb')).every((each) => each.checkVisibility())"))
                .isEqualTo(true);
        assertThat(find("#controls").isDisplayed()).isFalse();
        assertThat(script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }
}
