package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.WiredVendors;
import dev.seatport.demo.plugin.VendorPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Order and output of the doctor's checks, and its checks of the settings. */
class DoctorTest extends DoctorScenario {
    @Nested
    class OfWorkingVendors {
        @Test
        void passesAllChecks() {
            CommandResult commandResult = examined(shell(), 0);
            assertThat(lines(commandResult))
                    .containsSubsequence(
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
            List<String> simulated =
                    WiredVendors.simulated().stream().map(VendorPlugin::name).toList();
            assertThat(lines(commandResult))
                    .filteredOn(line -> simulated.contains(line.split(" ", 2)[0]))
                    .noneMatch(line -> line.endsWith(" failed") || line.endsWith(" skipped"));
            assertThat(lines(commandResult))
                    .filteredOn(line -> line.matches("(avepoint|c3) .*"))
                    .hasSize(12);
            assertThat(check(commandResult, "avepoint", "token elements.license.read.all")
                            .path("what")
                            .asText())
                    .contains("valid for 60 min", "with the scopes elements.license.read.all")
                    .endsWith("(for tenant-seats, product-seats)");
            assertThat(check(commandResult, "avepoint", "customers")
                            .path("advice")
                            .asText())
                    .contains("customer scope", "without an error");
            assertThat(check(commandResult, "avepoint", "customers")
                            .path("what")
                            .asText())
                    .isEqualTo("read the first of 4 customers");
            assertThat(commandResult.err()).isEmpty();
        }

        @Test
        void printsOneLinePerCheckWithTheAdviceBelow() {
            String out = shell().run("doctor").fine().out();

            assertThat(out.lines())
                    .contains("ok       avepoint customers: read the first of 4 customers")
                    .contains("ok       c3 settings: all settings are valid")
                    .anyMatch(line -> line.startsWith("         -> if customers are missing"))
                    .allMatch(line -> line.matches("(ok|warn|failed|skipped) +\\S+ .+: .+| {9}-> .+"));
            assertThat(shell().onTerminal()
                            .variable("COLUMNS", "80")
                            .run("doctor")
                            .fine()
                            .out()
                            .lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }

        @Test
        void printsTheSameInEveryFormatWithoutColours() {
            for (String format : List.of("table", "csv")) {
                String out = shell().onTerminal()
                        .run("doctor", "--format", format)
                        .fine()
                        .out();
                assertThat(out).contains("tenant-seats", "customers").doesNotContain("\u001b");
                assertThat(out.lines().filter(line -> line.contains("ok"))).hasSizeGreaterThanOrEqualTo(12);
            }
        }

        @Test
        void sendsOnlyTheNecessaryRequests() {
            sandbox.clearRequests();
            examined(shell(), 0);
            assertThat(sandbox.requests())
                    .filteredOn(request -> request.path().matches("/(avepoint|c3).*"))
                    .hasSize(11);
        }

        @Test
        void writesItsChecksToAFile() throws IOException {
            Path file = folder.resolve("checks.csv");
            shell().run("doctor", "--format", "csv", "--output", file.toString())
                    .fine();
            assertThat(Files.readString(file)).startsWith("vendor,check,status,what,advice");
        }
    }

    @Nested
    class OfSettings {
        @Test
        void skipsAVendorOfTheReviewThatIsNotConfiguredAndLeavesOutTheOthers() {
            CommandResult commandResult = examined(without("seatport.c3.", "seatport.graph."), 0);
            assertThat(check(commandResult, "c3", "settings").path("status").asText())
                    .isEqualTo("skipped");
            assertThat(check(commandResult, "c3", "settings").path("advice").asText())
                    .contains("seatport.c3.resource");
            assertThat(lines(commandResult))
                    .contains("avepoint customers ok")
                    .noneMatch(line -> line.startsWith("graph "));
        }

        private InProcessShell without(String... prefixes) {
            InProcessShell fewer = shell();
            for (String name : SandboxedShell.settings(sandbox).keySet()) {
                fewer = Stream.of(prefixes).anyMatch(name::startsWith) ? fewer.without(name) : fewer;
            }
            return fewer;
        }

        @Test
        void leavesOutAVendorThatIsNotChosen() {
            assertThat(lines(examined(shell().property("seatport.vendors", "avepoint,c3"), 0)))
                    .contains("c3 customers ok")
                    .noneMatch(line -> line.startsWith("graph "));
        }

        @Test
        void failsIfAReviewCannotUseThem() {
            CommandResult unknown = examined(shell().property("seatport.review.products", "4711"), 2);
            assertThat(check(unknown, "review", "settings").path("what").asText())
                    .contains("seatport.review.products names 4711, which is not in the product catalogue");
            assertThat(lines(unknown)).contains("review settings failed", "c3 licenses ok");
            assertThat(lines(examined(shell().property("seatport.vendors", "nobody"), 2)))
                    .contains("review settings failed");
            assertThat(lines(examined(shell().property("seatport.review.rows-per-customer", "0"), 2)))
                    .contains("review settings failed");
        }

        @Test
        void checksThePolicyOfAReview() throws IOException {
            Path policy = Files.writeString(folder.resolve("review.yaml"), "version: 1\nproducts: [ 2048 ]\n");
            assertThat(lines(shell().run("doctor", "--policy", policy.toString(), "--format", "json")))
                    .contains("review settings ok", "review policy ok");

            Files.writeString(policy, "version: 1\ntreshold: 1\nxyz: 1\n");
            CommandResult wrong = shell().run("doctor", "--policy", policy.toString(), "--format", "json");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(lines(wrong))
                    .filteredOn(line -> line.equals("review policy failed"))
                    .hasSize(2);
        }

        @Test
        void failsIfNoVendorIsConfigured() {
            CommandResult commandResult = examined(InProcessShell.bare(), 2);
            assertThat(lines(commandResult))
                    .containsExactlyElementsOf(WiredVendors.plugins().stream()
                            .map(plugin -> plugin.name() + " settings skipped")
                            .toList());
            assertThat(commandResult.err())
                    .isEqualTo(
                            "seatport: no vendor is configured; 'seatport init' asks for the settings and writes a file\n");
        }

        @Test
        void namesAllMissingSettingsOfAllVendors() {
            CommandResult commandResult = examined(
                    InProcessShell.bare()
                            .property("seatport.avepoint.api", "CANARY")
                            .property("seatport.c3.token-url", "http://CANARY.example"),
                    2);
            assertThat(commandResult.out())
                    .contains(
                            "seatport.avepoint.client-id is missing",
                            "seatport.avepoint.client-secret is missing",
                            "seatport.avepoint.api is not an allowed value",
                            "allowed values: current or older",
                            "seatport.c3.base-url is missing",
                            "seatport.c3.client-id is missing",
                            "seatport.c3.client-secret is missing",
                            "seatport.c3.resource is missing",
                            "seatport.c3.token-url must be https")
                    .doesNotContain("CANARY");
        }

        @Test
        void checksTheOtherVendorIfOneIsMisconfigured() {
            CommandResult commandResult = examined(shell().without("seatport.avepoint.client-secret"), 2);
            assertThat(lines(commandResult)).contains("avepoint settings failed", "c3 licenses ok");
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
}
