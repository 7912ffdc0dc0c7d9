package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.fixture;
import static dev.seatport.sandbox.SandboxClient.json;
import static dev.seatport.sandbox.SandboxClient.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvePointSeatsTest {
    private static final int MANY = 237;

    private Sandbox sandbox;
    private SandboxClient client;
    private SimulatedFleet fleet;
    private SimulatedCustomer first;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withTenantsOfFirstCustomer(MANY));
        client = new SandboxClient(sandbox);
        fleet = sandbox.fleet();
        first = fleet.customer(0);
    }

    @AfterEach
    void resetQuirks() {
        sandbox.quirks(VendorQuirks.none());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private SimulatedCustomer with(CustomerTrait trait) {
        return fleet.firstWith(trait).orElseThrow();
    }

    @Nested
    class TenantSeats {
        @Test
        void haveTheKeysOfTheCurrentDocument() {
            HttpResponse<String> response = client.seats(first.avePointId(), 0, "", "{}");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
            assertThat(response.headers().firstValue("date")).isPresent();
            assertThat(keys(json(response))).isEqualTo(keys(fixture("avepoint/tenant-seats/documented.json")));
        }

        @Test
        void matchTheFleetAcrossAllPages() {
            List<SimulatedTenant> read = new ArrayList<>();
            for (int page = 1; page <= 3; page++) {
                String query = "?pageIndex=" + page + "&pageSize=100";
                JsonNode body = json(client.seats(first.avePointId(), 0, query, "{}"));
                assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(MANY);
                assertThat(body.at("/metadata/pageIndex").asInt()).isEqualTo(page);
                body.path("data").forEach(row -> read.add(tenant(row)));
            }
            assertThat(read).isEqualTo(first.tenants());
        }

        @Test
        void haveFiftyRowsPerPageByDefault() {
            JsonNode body = json(client.seats(first.avePointId(), 0, "", ""));
            assertThat(body.path("data")).hasSize(50);
            assertThat(body.path("metadata")).isEqualTo(json("{\"pageIndex\":1,\"pageSize\":50,\"totalCount\":237}"));
        }

        @Test
        void haveAtMostAHundredRowsPerPage() {
            JsonNode body = json(client.seats(first.avePointId(), 0, "?pageSize=5000", "{}"));
            assertThat(body.path("data")).hasSize(100);
            assertThat(body.at("/metadata/pageSize").asInt()).isEqualTo(100);
        }

        @Test
        void haveSmallerPagesIfTheServerLimitsThem() {
            sandbox.quirks(VendorQuirks.none().withMaxPageSize(7));
            JsonNode body = json(client.seats(first.avePointId(), 0, "?pageIndex=34&pageSize=50", "{}"));
            assertThat(body.path("data")).hasSize(237 - 33 * 7);
            assertThat(body.at("/metadata/pageSize").asInt()).isEqualTo(7);
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 1000, Integer.MAX_VALUE})
        void haveAnEmptyPageAfterTheLastOne(int page) {
            JsonNode body = json(client.seats(first.avePointId(), 0, "?pageIndex=" + page + "&pageSize=100", "{}"));
            assertThat(body.path("data").isArray()).isTrue();
            assertThat(body.path("data")).isEmpty();
            assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(MANY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"?pageIndex=0", "?pageIndex=-1", "?pageIndex=x", "?pageSize=0", "?pageSize=99999999999"})
        void rejectAnInvalidPage(String query) {
            assertThat(client.seats(first.avePointId(), 0, query, "{}").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void areFilteredByTenantWithoutLetterCase() {
            String id = first.tenants().get(120).id().toUpperCase(Locale.ROOT);
            JsonNode body = json(client.seats(first.avePointId(), 0, "", "{\"tenantIds\":[\"" + id + "\"]}"));
            assertThat(body.path("data")).hasSize(1);
            assertThat(tenant(body.at("/data/0"))).isEqualTo(first.tenants().get(120));
            assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(1);
        }

        @Test
        void ignoreTheFilterWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.IGNORED_TENANT_FILTER));
            JsonNode body = json(client.seats(first.avePointId(), 0, "", "{\"tenantIds\":[\"nobody's\"]}"));
            assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(MANY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "{\"tenantIds\":null}",
                    "{\"tenantIds\":[]}",
                    "{\"licenseAssignedStatus\":0}",
                    "{\"licenseAssignedStatus\":1}",
                    "{\"licenseAssignedStatus\":null}"
                })
        void areCompleteWithoutAFilter(String body) {
            HttpResponse<String> response = client.seats(first.avePointId(), 0, "", body);
            assertThat(json(response).at("/metadata/totalCount").asInt()).isEqualTo(MANY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "[]",
                    "null",
                    "{} {}",
                    "{\"tenantIds\":\"x\"}",
                    "{\"tenantIds\":[7]}",
                    "{\"licenseAssignedStatus\":2}",
                    "{\"licenseAssignedStatus\":\"1\"}"
                })
        void rejectAnInvalidBody(String body) {
            HttpResponse<String> response = client.seats(first.avePointId(), 0, "", body);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("BadRequest");
        }

        @Test
        void areABareArrayInTheOlderVersion() {
            sandbox.quirks(VendorQuirks.of(Quirk.BARE_ARRAYS));
            JsonNode page = json(client.seats(first.avePointId(), 0, "?pageIndex=3&pageSize=100", "{}"));
            assertThat(page).hasSize(37);
            assertThat(keys(page)).isEqualTo(keys(fixture("avepoint/tenant-seats/documented-older.json")));
            assertThat(client.seats(first.avePointId(), 0, "?pageIndex=9", "{}").body())
                    .isEqualTo("[]");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void areSelectedByKindOfTenant(int type) {
            SimulatedCustomer mixed = with(CustomerTrait.OTHER_KINDS);
            JsonNode body = json(client.seats(mixed.avePointId(), type, "", "{}"));
            assertThat(body.path("data")).hasSize(1);
            assertThat(tenant(body.at("/data/0")))
                    .isEqualTo(mixed.tenantsOfKind(type).get(0));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 4})
        void rejectAnUndocumentedKind(int type) {
            assertThat(client.seats(first.avePointId(), type, "", "{}").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void canBeNull() {
            JsonNode row = json(client.seats(with(CustomerTrait.NULL_COUNTS).avePointId(), 0, "", "{}"))
                    .at("/data/0");
            assertThat(row.path("assignedUserSeat").isNull()).isTrue();
            assertThat(row.path("availableUserSeat").isNull()).isTrue();
        }

        @Test
        void areStringsWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            JsonNode body = json(client.seats(first.avePointId(), 0, "", "{}"));
            assertThat(body.at("/data/0/assignedUserSeat").isTextual()).isTrue();
            assertThat(body.at("/data/0/type").isInt()).isTrue();
            assertThat(body.at("/metadata/totalCount").isInt()).isTrue();
        }

        @Test
        void ofAnUnknownCustomerGetNotFound() {
            assertThat(client.seats("00000000-0000-4000-8000-000000000000", 0, "", "{}")
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void ofACustomerWithoutTenantsAreAnEmptyPage() {
            JsonNode body = json(client.seats(with(CustomerTrait.NO_TENANTS).avePointId(), 0, "", "{}"));
            assertThat(body.path("data")).isEmpty();
            assertThat(body.at("/metadata/totalCount").asInt()).isZero();
        }

        private SimulatedTenant tenant(JsonNode row) {
            return new SimulatedTenant(
                    row.path("tenantId").asText(),
                    row.path("tenantName").asText(),
                    row.path("type").asInt(),
                    row.path("availableUserSeat").asLong(),
                    row.path("assignedUserSeat").asLong());
        }
    }

    @Nested
    class ProductSeats {
        @Test
        void haveTheKeysOfTheCurrentDocument() {
            JsonNode body = json(client.product(first.avePointId(), 2048));
            assertThat(keys(body)).isEqualTo(keys(fixture("avepoint/product-overview/documented.json")));
            assertThat(body.path("productType").asInt()).isEqualTo(2048);
            assertThat(body.path("purchasedUserSeat").asLong())
                    .isEqualTo(first.purchasedByProduct().get(2048));
        }

        @Test
        void haveTheOlderNameWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.OLDER_PRODUCT_FIELD));
            assertThat(keys(json(client.product(first.avePointId(), 2048))))
                    .isEqualTo(keys(fixture("avepoint/product-overview/documented-older.json")));
        }

        @Test
        void canBeZero() {
            JsonNode body = json(client.product(fleet.customer(1).avePointId(), 60));
            assertThat(body.path("purchasedUserSeat").isInt()).isTrue();
            assertThat(body.path("purchasedUserSeat").asInt()).isZero();
        }

        @Test
        void areStringsWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            JsonNode body = json(client.product(first.avePointId(), 2048));
            assertThat(body.path("productType").textValue()).isEqualTo("2048");
            assertThat(body.path("purchasedUserSeat").isTextual()).isTrue();
        }

        @Test
        void ofAProductThatTheCustomerDoesNotOwnGetNotFound() {
            HttpResponse<String> response =
                    client.product(with(CustomerTrait.NO_TENANTS).avePointId(), 2048);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("NotFound");
        }

        @Test
        void ofAnUnknownCustomerOrAnInvalidCodeAreRejected() {
            assertThat(client.product("nobody", 2048).statusCode()).isEqualTo(404);
            assertThat(client.product(first.avePointId(), "backup").statusCode())
                    .isEqualTo(400);
        }
    }
}
