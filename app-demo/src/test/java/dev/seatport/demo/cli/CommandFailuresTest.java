package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Result of a command after a vendor failure: error line, exit code and the part of the result that is printed. */
@Tag("slow")
class CommandFailuresTest {
    private static FakeVendors vendors;

    @BeforeAll
    static void start() {
        vendors = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        vendors.reset();
    }

    @AfterAll
    static void stop() {
        vendors.close();
    }

    private static InProcessShell shell() {
        return InProcessShell.with(vendors.settings());
    }

    @Nested
    class BeforeTheFirstRow {
        @ParameterizedTest
        @CsvSource({
            "400, INVALID_REQUEST",
            "401, AUTHENTICATION_FAILED",
            "404, NOT_FOUND",
            "429, RATE_LIMITED",
            "500, UNAVAILABLE",
            "503, UNAVAILABLE"
        })
        void printsOneErrorLineAndNoResult(int status, String kind) {
            vendors.respond(aResponse()
                    .withStatus(status)
                    .withHeader("request-id", "rq-7")
                    .withHeader("Retry-After", "9999")
                    .withBody("CANARY-body"));

            for (String format : List.of("table", "json", "csv")) {
                assertThat(shell().run("tenant-seats", "c", "--format", format)
                                .refused(3)
                                .err())
                        .startsWith("seatport: avepoint tenant-seats: " + kind + ": ")
                        .contains("(correlation rq-7)")
                        .doesNotContain("CANARY");
            }
        }

        @Test
        void namesTheMissingPermission() {
            vendors.respond(aResponse().withStatus(403).withHeader("request-id", "rq-7"));

            assertThat(shell().run("tenant-seats", "c").refused(3).err())
                    .startsWith("seatport: avepoint tenant-seats: PERMISSION_DENIED: ")
                    .endsWith("(scope elements.license.read.all, correlation rq-7)\n");
            assertThat(shell().run("customers").refused(3).err()).contains("scope elements.customers.read.all");
            assertThat(shell().run("customer", "c").refused(3).err()).contains("scope partner.customers.read.all");
            assertThat(shell().run("product-seats", "c", "--product", "1")
                            .refused(3)
                            .err())
                    .startsWith("seatport: avepoint product-seats: PERMISSION_DENIED: ");
        }

        @Test
        void listsTheInvalidFieldsOfARequestWithoutTheirValues() {
            vendors.respond(
                    400,
                    "{\"Status\":\"Error\",\"ErrorMessage\":\"ERROR_DESC_BAD_INPUT\",\"RequestCorrelationID\":\"c-9\","
                            + "\"Data\":[{\"Atribute\":\"CustomerId\",\"Message\":\"INVALID_C3_CUSTOMER_ID\","
                            + "\"Value\":\"CANARY\",\"DefaultMessage\":\"CANARY\"},"
                            + "{\"Attribute\":\"TenantId\",\"Message\":\"INVALID_TENANT_ID\",\"Value\":\"CANARY\"}]}");

            assertThat(shell().run("licenses", "c", "t").refused(3).err())
                    .contains("INVALID_REQUEST: ")
                    .contains("CustomerId INVALID_C3_CUSTOMER_ID, TenantId INVALID_TENANT_ID")
                    .contains("correlation c-9")
                    .doesNotContain("CANARY");
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html>CANARY</html>", "", "null", "[", "{\"data\":\"CANARY\"}", "{} CANARY"})
        void isMalformedAnswerForAResponseThatCannotBeDecoded(String body) {
            vendors.respond(200, body);

            assertThat(shell().run("customers").refused(3).err())
                    .startsWith("seatport: avepoint customers: MALFORMED_ANSWER: ")
                    .doesNotContain("CANARY");
        }

        @Test
        void isAFailureOfTheVendorForARejectedToken() {
            for (String error : List.of("invalid_client", "invalid_request", "invalid_scope", "CANARY")) {
                vendors.token(aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":\"" + error + "\",\"error_description\":\"CANARY\"}"));

                assertThat(shell().run("customers").refused(3).err())
                        .startsWith("seatport: avepoint ")
                        .doesNotContain("CANARY");
                assertThat(shell().run("licenses", "c", "t").refused(3).err())
                        .startsWith("seatport: c3 ")
                        .doesNotContain("CANARY");
            }
        }

        @Test
        void isUnavailableForABrokenConnection() {
            vendors.respond(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

            assertThat(shell().run("customers").refused(3).err())
                    .startsWith("seatport: avepoint customers: UNAVAILABLE: ");
        }

        @Test
        void isUnavailableForAClosedPort() throws IOException {
            int free;
            try (ServerSocket socket = new ServerSocket(0)) {
                free = socket.getLocalPort();
            }

            assertThat(shell().property("seatport.c3.token-url", "http://127.0.0.1:" + free)
                            .run("customers", "--vendor", "c3")
                            .refused(3)
                            .err())
                    .startsWith("seatport: c3 ")
                    .contains("UNAVAILABLE: ");
        }

        @Test
        void endsAReview() {
            vendors.respond(403, "{}");

            assertThat(shell().run("report").refused(3).err()).contains("PERMISSION_DENIED");
        }
    }

    @Nested
    class AfterSomeRows {
        private void breakOff() {
            vendors.page(1, 5, FakeVendors.customer("a", "A"), FakeVendors.customer("b", "B"));
            vendors.brokenPage(2, 403);
        }

        @Test
        void leavesACompleteJsonDocumentAndOneErrorLine() {
            breakOff();

            CommandResult commandResult = shell().run("customers", "--format", "json");

            assertThat(commandResult.code()).isEqualTo(4);
            assertThat(commandResult.json().findValuesAsText("id")).containsExactly("a", "b");
            assertThat(commandResult.errLines()).hasSize(1);
            assertThat(commandResult.err()).startsWith("seatport: avepoint customers: PERMISSION_DENIED: ");
        }

        @Test
        void leavesTheRowsInCsvAndInATable() {
            breakOff();

            CommandResult csv = shell().run("customers", "--format", "csv");
            CommandResult table = shell().run("customers");

            assertThat(csv.code()).isEqualTo(4);
            assertThat(csv.out().lines()).hasSize(3);
            assertThat(table.code()).isEqualTo(4);
            assertThat(table.out().lines()).hasSize(4);
        }

        @Test
        void isReportedIfTheVendorDeliversFewerRowsThanItsTotal() {
            vendors.page(1, 5, FakeVendors.customer("a", "A"));
            vendors.page(2, 5);

            CommandResult commandResult = shell().run("customers", "--format", "json");

            assertThat(commandResult.code()).isEqualTo(4);
            assertThat(commandResult.json()).hasSize(1);
            assertThat(commandResult.err()).contains("INCOMPLETE_LISTING");
        }
    }

    @Nested
    class OfSomeCustomers {
        @Test
        void leavesTheReviewIncompleteAndNamesTheCustomers() {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(6))) {
                SimulatedCustomer unlucky = sandbox.fleet().customer(3);
                sandbox.faults(FaultPlan.parse("403:customer=" + unlucky.avePointId()));

                CommandResult commandResult = SandboxedShell.of(sandbox).run("report", "--format", "json");

                assertThat(commandResult.code()).isEqualTo(4);
                JsonNode printed = commandResult.json().path("customers");
                assertThat(printed).hasSize(6);
                assertThat(printed.get(3).path("gaps")).isNotEmpty();
                assertThat(printed.get(3).path("gaps").get(0).path("kind").asText())
                        .isEqualTo("PERMISSION_DENIED");
                assertThat(printed.get(2).path("gaps")).isEmpty();
                assertThat(commandResult.errLines())
                        .hasSizeGreaterThan(1)
                        .allMatch(line -> line.startsWith("seatport: "));
                assertThat(commandResult.errLines().get(0))
                        .contains("permission denied for 1 customer: " + unlucky.organization());
                assertThat(commandResult.errLines().get(commandResult.errLines().size() - 1))
                        .startsWith("seatport: 5 of 6 customers complete; ")
                        .endsWith("PERMISSION_DENIED");
            }
        }

        @Test
        void namesTheCustomerOfEachGapInATable() {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(6))) {
                sandbox.faults(FaultPlan.parse(
                        "403:customer=" + sandbox.fleet().customer(3).avePointId()));

                CommandResult commandResult = SandboxedShell.of(sandbox).run("report");

                assertThat(commandResult.code()).isEqualTo(4);
                assertThat(commandResult.out())
                        .contains("\nMISSING\n")
                        .contains("permission denied for 1 customer: "
                                + sandbox.fleet().customer(3).organization() + "\n");
            }
        }
    }

    @Test
    void anInterruptedThreadEndsWith130() {
        vendors.respond(aResponse().withFixedDelay(3_000));
        Thread.currentThread().interrupt();
        try {
            assertThat(shell().run("customer", "x").code()).isEqualTo(130);
        } finally {
            Thread.interrupted();
        }
    }
}
