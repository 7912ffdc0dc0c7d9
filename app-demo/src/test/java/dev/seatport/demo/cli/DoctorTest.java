package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds, check by check. */
class DoctorTest {
    private static Sandbox sandbox;
    private static FakeVendors fakes;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(4));
        fakes = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        fakes.reset();
    }

    @AfterEach
    void mend() {
        sandbox.faults(FaultPlan.none());
        sandbox.switches().clear();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        fakes.close();
    }

    private static Shell shell() {
        return SandboxedShell.of(sandbox);
    }

    /** Its checks, as {@code vendor check status}. */
    private static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.json()
                .forEach(row -> lines.add(row.path("vendor").asText() + " "
                        + row.path("check").asText() + " " + row.path("status").asText()));
        return lines;
    }

    private static JsonNode check(Outcome outcome, String vendor, String name) {
        for (JsonNode row : outcome.json()) {
            if (row.path("vendor").asText().equals(vendor)
                    && row.path("check").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no check " + name + " of " + vendor + " in " + outcome.out());
    }

    private static Outcome examined(Shell shell, int code) {
        Outcome outcome = shell.run("doctor", "--format", "json");
        assertThat(outcome.code()).as(outcome.err() + outcome.out()).isEqualTo(code);
        return outcome;
    }

    @Nested
    class OfVendorsThatWork {
        @Test
        void findsThemWell() {
            Outcome outcome = examined(shell(), 0);
            assertThat(lines(outcome))
                    .containsExactly(
                            "avepoint settings ok",
                            "avepoint token elements.customers.read.all ok",
                            "avepoint token partner.customers.read.all ok",
                            "avepoint token elements.license.read.all ok",
                            "avepoint customers ok",
                            "avepoint customer ok",
                            "avepoint tenant-seats ok",
                            "avepoint product-seats ok",
                            "c3 settings ok",
                            "c3 token ok",
                            "c3 customers ok",
                            "c3 licenses ok");
            assertThat(check(outcome, "avepoint", "token elements.license.read.all")
                            .path("what")
                            .asText())
                    .contains("it lives 60 min", "it carries elements.license.read.all")
                    .endsWith("(for tenant-seats, product-seats)");
            assertThat(check(outcome, "avepoint", "customers").path("advice").asText())
                    .contains("customer scope", "shorter than reality");
            assertThat(check(outcome, "avepoint", "customers").path("what").asText())
                    .isEqualTo("the first of 4 customers came");
            assertThat(outcome.err()).isEmpty();
        }

        @Test
        void saysTheSameInEveryFormatAndNeverInColourOnly() {
            for (String format : List.of("table", "csv")) {
                String out = shell().onTerminal()
                        .run("doctor", "--format", format)
                        .fine()
                        .out();
                assertThat(out).contains("tenant-seats", "what").doesNotContain("\u001b");
                assertThat(out.lines().filter(line -> line.contains("ok"))).hasSizeGreaterThanOrEqualTo(12);
            }
        }

        @Test
        void asksForNoMoreThanItNeeds() {
            sandbox.forgetRequests();
            examined(shell(), 0);
            assertThat(sandbox.requests()).hasSize(11);
        }

        @Test
        void writesItsFindingsToAFile() throws IOException {
            Path file = folder.resolve("findings.csv");
            shell().run("doctor", "--format", "csv", "--output", file.toString())
                    .fine();
            assertThat(Files.readString(file)).startsWith("vendor,check,status,what,advice");
        }
    }

    @Nested
    class OfSettings {
        @Test
        void leavesOutAVendorThatIsNotConfigured() {
            Shell one = shell();
            for (String name : SandboxSettings.of(sandbox).keySet()) {
                one = name.startsWith("seatport.c3.") ? one.without(name) : one;
            }
            Outcome outcome = examined(one, 0);
            assertThat(check(outcome, "c3", "settings").path("status").asText()).isEqualTo("skipped");
            assertThat(check(outcome, "c3", "settings").path("advice").asText()).contains("seatport.c3.resource");
            assertThat(lines(outcome)).contains("avepoint customers ok");
        }

        @Test
        void wantsOneVendorAtLeast() {
            Outcome outcome = examined(Shell.bare(), 2);
            assertThat(lines(outcome)).containsExactly("avepoint settings skipped", "c3 settings skipped");
            assertThat(outcome.err()).isEqualTo("seatport: no vendor is configured; see 'what to do'\n");
        }

        @Test
        void namesAllThatAreMissingOfAllVendorsAtOnce() {
            Outcome outcome = examined(
                    Shell.bare()
                            .property("seatport.avepoint.api", "CANARY")
                            .property("seatport.c3.token-url", "http://CANARY.example"),
                    2);
            assertThat(outcome.out())
                    .contains(
                            "seatport.avepoint.client-id is missing",
                            "seatport.avepoint.client-secret is missing",
                            "seatport.avepoint.api is none of its values",
                            "legal: current or older",
                            "seatport.c3.base-url is missing",
                            "seatport.c3.client-id is missing",
                            "seatport.c3.client-secret is missing",
                            "seatport.c3.resource is missing",
                            "seatport.c3.token-url must be https")
                    .doesNotContain("CANARY");
        }

        @Test
        void ofOneVendorDoNotKeepItFromTheOther() {
            Outcome outcome = examined(shell().without("seatport.avepoint.client-secret"), 2);
            assertThat(lines(outcome)).contains("avepoint settings failed", "c3 licenses ok");
        }

        @Test
        void namesASecretFileAndACertificateThatCannotBeOpened() throws IOException {
            Path none = Files.writeString(folder.resolve("none"), "CANARY");
            assertThat(examined(shell().property("seatport.avepoint.certificate", none.toString()), 2)
                            .out())
                    .contains("seatport.avepoint.certificate: the certificate file")
                    .doesNotContain("CANARY");
            assertThat(examined(
                                    shell().without("seatport.c3.client-secret")
                                            .property("seatport.c3.client-secret-file", folder + "/missing"),
                                    2)
                            .out())
                    .contains("seatport.c3.client-secret-file names a file that cannot be read");
            assertThat(examined(shell().property("seatport.ca-file", none.toString()), 2)
                            .out())
                    .contains("seatport.ca-file: the CA file");
        }
    }

    @Nested
    class OfCertificates {
        private Shell certified(int days, String start) {
            fakes.customers(FakeVendors.customer("a", "A"));
            Path file = Certificates.pfx(folder, days, start);
            return Shell.with(fakes.settings())
                    .without("seatport.avepoint.client-secret")
                    .property("seatport.avepoint.certificate", file.toString())
                    .property("seatport.avepoint.certificate-password", Certificates.PASSWORD);
        }

        private JsonNode check(Shell shell) {
            return DoctorTest.check(shell.run("doctor", "--format", "json"), "avepoint", "certificate");
        }

        @Test
        void tellsWhenTheyExpire() {
            JsonNode check = check(certified(400, "-1d"));
            assertThat(check.path("status").asText()).isEqualTo("ok");
            assertThat(check.path("what").asText()).matches("the certificate is good until \\d{4}-\\d\\d-\\d\\d");
        }

        @Test
        void warnsThirtyDaysBefore() {
            JsonNode check = check(certified(20, "-1d"));
            assertThat(check.path("status").asText()).isEqualTo("warn");
            assertThat(check.path("what").asText()).contains("18 days left");
            assertThat(check.path("advice").asText()).contains("register a new certificate");
        }

        @Test
        void failsOnceTheyAreExpired() {
            JsonNode check = check(certified(5, "-10d"));
            assertThat(check.path("status").asText()).isEqualTo("failed");
            assertThat(check.path("what").asText()).endsWith("it is expired");
        }
    }

    @Nested
    class OfTokens {
        @Test
        void saysThatASecretIsWrongAndLeavesTheReadsAlone() {
            Outcome outcome = examined(shell().property("seatport.avepoint.client-secret", "CANARY"), 3);
            assertThat(lines(outcome))
                    .contains(
                            "avepoint token elements.license.read.all failed",
                            "avepoint customers skipped",
                            "avepoint tenant-seats skipped",
                            "c3 licenses ok");
            JsonNode token = check(outcome, "avepoint", "token elements.license.read.all");
            assertThat(token.path("what").asText()).startsWith("AUTHENTICATION_FAILED: ");
            assertThat(token.path("advice").asText())
                    .contains("seatport.avepoint.client-id", "seatport.avepoint.token-url");
            assertThat(outcome.out()).doesNotContain("CANARY");
        }

        @Test
        void namesTheScopeThatTheEndpointRefuses() {
            fakes.token(aResponse().withStatus(400).withBody("{\"error\":\"invalid_scope\"}"));
            Outcome outcome = examined(Shell.with(fakes.settings()), 3);
            assertThat(check(outcome, "avepoint", "token elements.license.read.all")
                            .path("advice")
                            .asText())
                    .contains("grant the app registration the scope elements.license.read.all");
        }

        @Test
        void noticesAScopeThatWasNotGrantedThoughATokenCame() {
            fakes.token(aResponse()
                    .withBody("{\"access_token\":\"" + FakeVendors.TOKEN
                            + "\",\"scope\":\"elements.customers.read.all partner.customers.read.all\"}"));
            fakes.customers();
            fakes.c3("[]");
            Outcome outcome = examined(Shell.with(fakes.settings()), 3);
            assertThat(check(outcome, "avepoint", "token elements.license.read.all")
                            .path("status")
                            .asText())
                    .isEqualTo("failed");
            assertThat(check(outcome, "avepoint", "token elements.customers.read.all")
                            .path("status")
                            .asText())
                    .isEqualTo("ok");
            assertThat(outcome.out()).doesNotContain(FakeVendors.TOKEN);
        }

        @Test
        void warnsOfAClockThatDiffers() {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().minus(Duration.ofMinutes(90)).atZone(ZoneOffset.UTC));
            fakes.token(
                    aResponse().withHeader("Date", date).withBody("{\"access_token\":\"" + FakeVendors.TOKEN + "\"}"));
            fakes.customers();
            fakes.c3("[]");
            Outcome outcome = examined(Shell.with(fakes.settings()), 0);
            assertThat(check(outcome, "avepoint", "clock").path("what").asText())
                    .matches("this machine's clock is (89|90) min ahead of the vendor's");
            assertThat(lines(outcome)).contains("avepoint clock warn", "c3 clock warn");
        }
    }

    @Nested
    class OfReads {
        @Test
        void namesThePermissionThatIsMissingAndGoesOn() {
            sandbox.faults(FaultPlan.parse("403:path=tenant-seats"));
            Outcome outcome = examined(shell(), 3);
            JsonNode seats = check(outcome, "avepoint", "tenant-seats");
            assertThat(seats.path("status").asText()).isEqualTo("failed");
            assertThat(seats.path("what").asText()).startsWith("PERMISSION_DENIED: ");
            assertThat(seats.path("advice").asText())
                    .isEqualTo("grant the app registration the scope elements.license.read.all and consent to it");
            assertThat(lines(outcome)).contains("avepoint product-seats ok", "c3 licenses ok");
        }

        @Test
        void doesNotBlameAVendorForAProductThatACustomerDoesNotHave() {
            sandbox.faults(FaultPlan.parse("404:path=product-seats"));
            Outcome outcome = examined(shell(), 0);
            assertThat(check(outcome, "avepoint", "product-seats")
                            .path("status")
                            .asText())
                    .isEqualTo("warn");
        }

        @Test
        void warnsOfAnEmptyListingAndSkipsWhatNeedsACustomer() {
            fakes.customers();
            fakes.c3("[]");
            Outcome outcome = examined(Shell.with(fakes.settings()), 0);
            assertThat(lines(outcome))
                    .contains(
                            "avepoint customers warn",
                            "avepoint tenant-seats skipped",
                            "c3 customers warn",
                            "c3 licenses skipped");
            assertThat(check(outcome, "avepoint", "customers").path("advice").asText())
                    .contains("customer scope");
        }

        @Test
        void saysWhereToLookIfAVendorIsDown() throws IOException {
            int port;
            try (ServerSocket unused = new ServerSocket(0)) {
                port = unused.getLocalPort();
            }
            Outcome outcome = examined(shell().property("seatport.c3.base-url", "http://127.0.0.1:" + port), 3);
            assertThat(lines(outcome))
                    .contains("avepoint product-seats ok", "c3 token ok", "c3 customers failed", "c3 licenses skipped");
            assertThat(check(outcome, "c3", "customers").path("advice").asText())
                    .contains("seatport.c3.base-url", "seatport.proxy", "seatport.ca-file");
        }
    }
}
