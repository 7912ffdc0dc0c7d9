package dev.seatport.reports.internal.html;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Headless Chromium with a temporary profile, which is deleted on close. */
final class HtmlBrowser implements AutoCloseable {
    // Strong reference, so that the level stays set. The logger warns about missing classes for this version; none are
    // used.
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools");
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final String DRIVER = "/usr/bin/chromedriver";

    private final ChromeDriver driver;

    private HtmlBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser. Skips the test if none is installed. */
    static HtmlBrowser start(Path profile) {
        Optional<String> browser = BROWSERS.stream()
                .filter(name -> Files.isExecutable(Path.of(name)))
                .findFirst();
        Assumptions.assumeTrue(
                browser.isPresent() && Files.isExecutable(Path.of(DRIVER)),
                "no browser is installed: apt-get install chromium chromium-driver");
        VERSIONS.setLevel(Level.OFF);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get());
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER))
                .usingAnyFreePort()
                .build();
        return new HtmlBrowser(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Sets the window size; a narrow window is that of a phone. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
    }

    /** Sets the colour scheme, {@code light} or {@code dark}, and the medium, {@code screen} or {@code print}. */
    void media(String scheme, String medium) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Ends the browser and all its processes. */
    @Override
    public void close() {
        List<ProcessHandle> processes = processes().toList();
        driver.quit();
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Stream<ProcessHandle> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.contains("chrom"))
                        .isPresent());
    }
}
