package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples on the module path, because the class path hides a missing {@code exports} or {@code opens}. */
class ModulePathTest {
    private static final int CUSTOMERS = 5;

    @TempDir
    Path directory;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void printsTheSeatsOfEachTenant() throws Exception {
        List<String> tenants = sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream())
                .map(SimulatedTenant::id)
                .toList();
        ExampleModule example = ExampleModule.named(
                        "SeatsOfEveryCustomer", sandbox.avePointBaseUrl(), sandbox.avePointTokenUrl())
                .variable("CLIENT_ID", sandbox.avePointClientId())
                .variable("CLIENT_SECRET", sandbox.avePointClientSecret());

        List<String> printed = example.runIn(directory);

        assertThat(printed).hasSameSizeAs(tenants);
        for (int i = 0; i < tenants.size(); i++) {
            assertThat(printed.get(i)).contains(tenants.get(i)).contains("operation=tenant-seats");
        }
    }

    @Test
    void reviewsAllCustomersInBlockingJava() throws Exception {
        Path page = directory.resolve("review.html");

        List<String> printed = ExampleModule.named("BlockingReview", page.toString())
                .variables(SandboxedVendors.environment(sandbox))
                .runIn(directory);

        assertThat(printed).last().isEqualTo(CUSTOMERS + " of " + CUSTOMERS + " customers complete");
        assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @Test
    void servesAReviewOverHttp() throws Exception {
        Process service = ExampleModule.named("ReviewService")
                .variables(SandboxedVendors.environment(sandbox))
                .start(ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.INHERIT);
        try (BufferedReader out = service.inputReader(StandardCharsets.UTF_8)) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(out.readLine())).build();

            List<String> lines = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .toList();

            assertThat(lines)
                    .filteredOn(line -> line.contains("\"type\":\"customer\""))
                    .hasSize(CUSTOMERS);
            assertThat(lines).last().asString().contains("\"type\":\"end\"", "\"complete\":" + CUSTOMERS);
        } finally {
            service.destroy();
        }
    }

    @Test
    void readmeShowsTheRegionOfTheExample() throws IOException {
        String region = SourceRegions.of(
                        SourceRegions.module().resolve("src/main/java/dev/seatport/example/SeatsOfEveryCustomer.java"))
                .get(0);

        assertThat(Files.readString(Path.of(System.getProperty("seatport.example.readme"))))
                .contains("```java\n" + region + "\n```");
    }
}
