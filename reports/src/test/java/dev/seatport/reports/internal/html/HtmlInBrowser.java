package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlFleet;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Test of the page as a file in a browser. Afterwards the console must have no errors. */
abstract class HtmlInBrowser {
    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    static HtmlBrowser browser;

    @SuppressWarnings("NullAway.Init")
    ChromeDriver page;

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

    static void write(String name, List<CustomerView> customers) throws IOException {
        try (Writer out = Files.newBufferedWriter(directory.resolve(name))) {
            HtmlPages.write(customers, out);
        }
    }

    @BeforeEach
    void open() {
        page = browser.driver();
        browser.size(1280, 900);
        browser.media("light", "screen");
        open("fleet.html");
    }

    void open(String name) {
        page.get("about:blank");
        int anchor = name.indexOf('#');
        String file = anchor < 0 ? name : name.substring(0, anchor);
        page.get(directory.resolve(file).toUri() + name.substring(file.length()));
        await("All ");
    }

    @AfterEach
    void theConsoleHasNoErrors() {
        assertThat(page.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    void await(String shown) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.id("shown"), shown));
    }

    WebDriverWait waiting() {
        return new WebDriverWait(page, Duration.ofSeconds(30));
    }

    WebElement find(String selector) {
        return page.findElement(By.cssSelector(selector));
    }

    Object script(String script) {
        return Objects.requireNonNull(page.executeScript(script));
    }

    Stream<String> shown() {
        return page.findElements(By.cssSelector("tbody.c:not([hidden]) .lb")).stream()
                .map(WebElement::getText);
    }
}
