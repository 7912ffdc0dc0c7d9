package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of a command for its arguments, and arguments for which no request is sent. */
@Tag("slow")
class RequestsTest {
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

    /** A GUID is always an id, so no other request looks for it. */
    private static final String GUID = "5a8f18f4-4b22-4c74-b2f3-d025b2cb0c2f";

    private static InProcessShell shell() {
        return InProcessShell.with(vendors.settings());
    }

    private static String onlyUrl() {
        assertThat(vendors.calls()).hasSize(1);
        return vendors.calls().get(0).getUrl();
    }

    private static String onlyBody() {
        assertThat(vendors.calls()).hasSize(1);
        return vendors.calls().get(0).getBodyAsString();
    }

    @Nested
    class Ids {
        static List<String> unsafe() {
            List<String> ids = new ArrayList<>(List.of(".", "..", "a".repeat(129)));
            for (String bad : List.of("/", "\\", "?", "#", "%", ";", "\0", "\r", "\n", "\t", "\u007f", "\u0085")) {
                ids.add("a" + bad + "b");
            }
            ids.add("%2e%2e");
            ids.add("../../admin");
            return ids;
        }

        @ParameterizedTest
        @MethodSource("unsafe")
        void thatMustNotBeInAPathAreOnlyComparedWithNames(String id) {
            vendors.c3("[]");
            vendors.customers();

            for (List<String> command : List.of(
                    List.of("customer", id),
                    List.of("tenant-seats", id),
                    List.of("product-seats", id, "--product", "2048"),
                    List.of("licenses", id, "tenant"))) {
                assertThat(shell().run(command.toArray(String[]::new))
                                .refused(3)
                                .err())
                        .contains(" was not found");
            }
            assertThat(vendors.calls())
                    .allMatch(request -> FakeVendors.listsCustomers(request)
                            || request.getUrl().startsWith("/c3/api/activecustomers/"));
        }

        @ParameterizedTest
        @MethodSource("unsafe")
        void ofTenantsThatMustNotBeInAPathAreRefused(String id) {
            shell().run("licenses", "customer", id).refused(2);
            assertThat(vendors.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "00000000-0000-0000-0000-000000000000"})
        void thatIdentifyNothingAreRefused(String id) {
            shell().run("customer", id).refused(2);
            shell().run("tenant-seats", id).refused(2);
            shell().run("product-seats", id, "--product", "2048").refused(2);
            shell().run("licenses", id, "tenant").refused(2);
            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void withSpecialCharactersAreEncoded() {
            vendors.customers();
            vendors.respond(200, "{\"id\":\"Ä ö+&=:@,~*'\\\"<>🙂\"}");

            shell().run("customer", "Ä ö+&=:@,~*'\"<>🙂").fine();

            assertThat(onlyUrl())
                    .isEqualTo("/avepoint/partner/customers/"
                            + "%C3%84%20%C3%B6%2B%26%3D%3A%40%2C~%2A%27%22%3C%3E%F0%9F%99%82");
        }

        @Test
        void of128CharactersAreSent() {
            vendors.respond(200, "{\"id\":\"" + "a".repeat(128) + "\"}");

            shell().run("customer", "a".repeat(128)).fine();

            assertThat(onlyUrl()).endsWith("/" + "a".repeat(128));
        }
    }

    @Nested
    class Products {
        @ParameterizedTest
        @ValueSource(strings = {"274", "0", "99999999999999999999"})
        void withAnUnknownNumberAreRequestedByThatNumber(String number) {
            vendors.respond(200, "{\"productType\":" + number + ",\"purchasedUserSeat\":25}");

            JsonNode printed = shell().run("product-seats", "c", "--product", number, "--format", "json")
                    .fine()
                    .json();

            assertThat(onlyUrl())
                    .isEqualTo("/avepoint/partner/external/v3/general/customers/c/avpt-products/type/" + number
                            + "/overview");
            assertThat(printed.toString())
                    .isEqualTo(
                            "{\"productCode\":\"" + number + "\",\"productName\":null,\"purchased\":25,\"note\":null}");
        }

        @Test
        void withAKnownNumberHaveTheirName() {
            vendors.respond(200, "{\"productType\":2048,\"purchasedUserSeat\":25}");

            assertThat(shell().run("product-seats", "c", "--product", "2048", "--format", "json")
                            .fine()
                            .json()
                            .toString())
                    .isEqualTo("{\"productCode\":\"2048\",\"productName\":\"Cloud Backup for Microsoft 365\","
                            + "\"purchased\":25,\"note\":null}");
        }

        @Test
        void withANameAreRequestedByTheirNumber() {
            vendors.respond(200, "{\"productType\":134217728,\"purchasedUserSeat\":1}");

            shell().run("product-seats", "c", "--product", " ENPOWER ").fine();

            assertThat(onlyUrl()).contains("/type/134217728/");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "-1", "2048x", "nope"})
        void withAnUnknownNameAreNotRequested(String name) {
            assertThat(shell().run("product-seats", "c", "--product=" + name)
                            .refused(2)
                            .err())
                    .contains("Cloud Backup for Microsoft 365");
            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void withATooLongNumberAreNotRequested() {
            shell().run("product-seats", GUID, "--product", "1".repeat(129)).refused(2);

            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void areNullWithoutAReportedCount() {
            vendors.respond(200, "{\"productType\":2048,\"purchasedUserSeat\":null}");

            assertThat(shell().run("product-seats", "c", "--product", "2048", "--format", "json")
                            .fine()
                            .json()
                            .path("purchased")
                            .isNull())
                    .isTrue();
        }
    }

    @Nested
    class TenantSeats {
        @ParameterizedTest
        @CsvSource({"microsoft-365, 0", "salesforce, 1", "Google, 2", "DYNAMICS-365, 3"})
        void areRequestedByKind(String kind, int code) {
            vendors.page(1, 0);

            shell().run("tenant-seats", GUID, "--kind", kind).fine();

            assertThat(onlyUrl())
                    .startsWith("/avepoint/partner/external/v3/general/customers/" + GUID + "/3rd-party-products/type/"
                            + code + "/tenants/batch?pageIndex=1");
            assertThat(onlyBody()).isEqualTo("{}");
        }

        @Test
        void areRequestedForEachNamedTenant() {
            vendors.page(1, 0);

            // The response has neither tenant, so the command names them as not found.
            CommandResult missing = shell().run("tenant-seats", GUID, "--tenant", "one", "--tenant=two");

            assertThat(missing.code()).isEqualTo(3);
            assertThat(onlyBody()).isEqualTo("{\"tenantIds\":[\"one\",\"two\"]}");
        }

        @ParameterizedTest
        @CsvSource({"available, 0", "ASSIGNED, 1"})
        void areRequestedByStatusInTheOlderApi(String status, int code) {
            vendors.page(1, 0);

            shell().property("seatport.avepoint.api", "older")
                    .run("tenant-seats", GUID, "--seat-status", status)
                    .fine();

            assertThat(onlyBody()).isEqualTo("{\"licenseAssignedStatus\":" + code + "}");
        }

        @Test
        void cannotBeRequestedByStatusInTheCurrentApi() {
            assertThat(shell().run("tenant-seats", GUID, "--seat-status", "assigned")
                            .refused(2)
                            .err())
                    .contains("older");
            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void ofAnUndocumentedKindAreUnknown() {
            vendors.page(1, 1, "{\"type\":9,\"tenantId\":\"t\",\"tenantName\":null}");

            assertThat(shell().run("tenant-seats", "c", "--format", "json")
                            .fine()
                            .out())
                    .isEqualTo("[\n  {\"tenantId\":\"t\",\"tenantName\":null,\"kind\":\"UNKNOWN\",\"assigned\":null,"
                            + "\"available\":null,\"note\":null}\n]\n");
        }
    }

    @Test
    void theDocumentedResponseOfC3IsPrinted() {
        vendors.c3("[{\"ActiveUnits\":65,\"AvailableUnits\":5,\"TotalUnits\":65,\"ProducName\":\"Office 365 G1\","
                + "\"ProductSkuId\":\"s\",\"ConsumedUnits\":60,\"SubcriptionNames\":\" Office 365 G1 GCC(Monthly)\"}]");

        assertThat(shell().run("licenses", "c", "t", "--format", "json").fine().out())
                .isEqualTo("[\n  {\"skuId\":\"s\",\"productName\":\"Office 365 G1\",\"purchased\":65,\"assigned\":60,"
                        + "\"available\":5,\"tenantTotal\":65,"
                        + "\"warning\":null,\"suspended\":null,\"lockedOut\":null,\"assignable\":true,"
                        + "\"offers\":[{\"name\":\"Office 365 G1 GCC\",\"billingCycle\":\"MONTHLY\"}],"
                        + "\"renewal\":null,\"note\":null}\n]\n");
        assertThat(onlyUrl()).isEqualTo("/c3/api/licenseConsumptionReport/customer/c/tenant/t");
    }
}
