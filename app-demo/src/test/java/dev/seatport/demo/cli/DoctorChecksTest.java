package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Checks of the doctor at the vendors. */
class DoctorChecksTest extends DoctorScenario {
    @Nested
    class OfCertificates {
        private InProcessShell certified(int days, String start) {
            fakes.customers(FakeVendors.customer("a", "A"));
            Path file = Certificates.pfx(folder, days, start);
            return InProcessShell.with(fakes.settings())
                    .without("seatport.avepoint.client-secret")
                    .property("seatport.avepoint.certificate", file.toString())
                    .property("seatport.avepoint.certificate-password", Certificates.PASSWORD);
        }

        private JsonNode check(InProcessShell inProcessShell) {
            return DoctorScenario.check(inProcessShell.run("doctor", "--format", "json"), "avepoint", "certificate");
        }

        @Test
        void showsTheEndOfTheirValidity() {
            JsonNode check = check(certified(400, "-1d"));
            assertThat(check.path("status").asText()).isEqualTo("ok");
            assertThat(check.path("what").asText()).matches("the certificate is valid until \\d{4}-\\d\\d-\\d\\d");
        }

        @Test
        void warnsThirtyDaysBefore() {
            JsonNode check = check(certified(20, "-1d"));
            assertThat(check.path("status").asText()).isEqualTo("warn");
            assertThat(check.path("what").asText()).contains("18 days left");
            assertThat(check.path("advice").asText()).contains("register a new certificate");
        }

        @Test
        void failsAfterTheyExpired() {
            JsonNode check = check(certified(5, "-10d"));
            assertThat(check.path("status").asText()).isEqualTo("failed");
            assertThat(check.path("what").asText()).endsWith("it has expired");
        }
    }

    @Nested
    class OfTokens {
        @Test
        void reportsAWrongSecretAndSkipsThePorts() {
            CommandResult commandResult = examined(shell().property("seatport.avepoint.client-secret", "CANARY"), 3);
            assertThat(lines(commandResult))
                    .contains(
                            "avepoint token elements.license.read.all failed",
                            "avepoint customers skipped",
                            "avepoint tenant-seats skipped",
                            "c3 licenses ok");
            JsonNode token = check(commandResult, "avepoint", "token elements.license.read.all");
            assertThat(token.path("what").asText()).startsWith("AUTHENTICATION_FAILED: ");
            assertThat(token.path("advice").asText())
                    .contains("seatport.avepoint.client-id", "seatport.avepoint.token-url");
            assertThat(commandResult.out()).doesNotContain("CANARY");
        }

        @Test
        void namesTheSettingsOfAWrongResourceAndSecret() {
            CommandResult wrongResource = examined(shell().property("seatport.c3.resource", "wrong"), 3);
            assertThat(check(wrongResource, "c3", "token").path("advice").asText())
                    .isEqualTo("check seatport.c3.resource, seatport.c3.scope, seatport.c3.client-id and "
                            + "seatport.c3.token-url");
            CommandResult wrongSecret = examined(shell().property("seatport.c3.client-secret", "CANARY"), 3);
            assertThat(check(wrongSecret, "c3", "token").path("advice").asText())
                    .isEqualTo("check seatport.c3.client-id, seatport.c3.client-secret and seatport.c3.token-url");
        }

        @Test
        void namesTheScopeThatTheEndpointRejects() {
            fakes.token(aResponse().withStatus(400).withBody("{\"error\":\"invalid_scope\"}"));
            CommandResult commandResult = examined(InProcessShell.with(fakes.settings()), 3);
            assertThat(check(commandResult, "avepoint", "token elements.license.read.all")
                            .path("advice")
                            .asText())
                    .contains("grant elements.license.read.all to the app registration");
        }

        @Test
        void failsIfATokenLacksItsScope() {
            fakes.token(aResponse()
                    .withBody("{\"access_token\":\"" + FakeVendors.TOKEN
                            + "\",\"scope\":\"elements.customers.read.all partner.customers.read.all\"}"));
            fakes.customers();
            fakes.c3("[]");
            CommandResult commandResult = examined(InProcessShell.with(fakes.settings()), 3);
            assertThat(check(commandResult, "avepoint", "token elements.license.read.all")
                            .path("status")
                            .asText())
                    .isEqualTo("failed");
            assertThat(check(commandResult, "avepoint", "token elements.customers.read.all")
                            .path("status")
                            .asText())
                    .isEqualTo("ok");
            assertThat(commandResult.out()).doesNotContain(FakeVendors.TOKEN);
        }

        @Test
        void warnsOfAClockThatDiffers() {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().minus(Duration.ofMinutes(90)).atZone(ZoneOffset.UTC));
            fakes.token(
                    aResponse().withHeader("Date", date).withBody("{\"access_token\":\"" + FakeVendors.TOKEN + "\"}"));
            fakes.customers();
            fakes.c3("[]");
            CommandResult commandResult = examined(InProcessShell.with(fakes.settings()), 0);
            assertThat(check(commandResult, "avepoint", "clock").path("what").asText())
                    .matches("this machine's clock is (89|90) min ahead of the vendor's");
            assertThat(lines(commandResult)).contains("avepoint clock warn", "c3 clock warn");
        }
    }

    @Nested
    class OfPorts {
        @Test
        void namesTheMissingPermissionAndContinues() {
            sandbox.faults(FaultPlan.parse("403:path=tenant-seats"));
            CommandResult commandResult = examined(shell(), 3);
            JsonNode seats = check(commandResult, "avepoint", "tenant-seats");
            assertThat(seats.path("status").asText()).isEqualTo("failed");
            assertThat(seats.path("what").asText()).startsWith("PERMISSION_DENIED: ");
            assertThat(seats.path("advice").asText())
                    .isEqualTo("grant elements.license.read.all to the app registration and give admin consent");
            assertThat(lines(commandResult)).contains("avepoint product-seats ok", "c3 licenses ok");
        }

        @Test
        void onlyWarnsIfTheCustomerDoesNotHaveTheProduct() {
            sandbox.faults(FaultPlan.parse("404:path=product-seats"));
            CommandResult commandResult = examined(shell(), 0);
            assertThat(check(commandResult, "avepoint", "product-seats")
                            .path("status")
                            .asText())
                    .isEqualTo("warn");
        }

        @Test
        void warnsOfAnEmptyListingAndSkipsChecksThatNeedACustomer() {
            fakes.customers();
            fakes.c3("[]");
            CommandResult commandResult = examined(InProcessShell.with(fakes.settings()), 0);
            assertThat(lines(commandResult))
                    .contains(
                            "avepoint customers warn",
                            "avepoint tenant-seats skipped",
                            "c3 customers warn",
                            "c3 licenses skipped");
            assertThat(check(commandResult, "avepoint", "customers")
                            .path("advice")
                            .asText())
                    .contains("customer scope");
        }

        @Test
        void advisesOnSettingsIfAVendorIsUnavailable() throws IOException {
            int port;
            try (ServerSocket unused = new ServerSocket(0)) {
                port = unused.getLocalPort();
            }
            CommandResult commandResult =
                    examined(shell().property("seatport.c3.base-url", "http://127.0.0.1:" + port), 3);
            assertThat(lines(commandResult))
                    .contains("avepoint product-seats ok", "c3 token ok", "c3 customers failed", "c3 licenses skipped");
            assertThat(check(commandResult, "c3", "customers").path("advice").asText())
                    .contains("seatport.c3.base-url", "seatport.proxy", "seatport.ca-file");
        }
    }
}
