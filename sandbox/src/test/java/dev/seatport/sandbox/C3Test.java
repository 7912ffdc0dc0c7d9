package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.fixture;
import static dev.seatport.sandbox.SandboxClient.json;
import static dev.seatport.sandbox.SandboxClient.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C3Test {
    private static final String LISTING = "/api/activecustomers/details/";

    private Sandbox sandbox;
    private SandboxClient client;
    private SimulatedFleet fleet;
    private SimulatedC3Customer first;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = new SandboxClient(sandbox);
        fleet = sandbox.fleet();
        first = fleet.customer(0).accounts().get(0);
    }

    @AfterEach
    void resetQuirks() {
        sandbox.quirks(VendorQuirks.none());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private SimulatedC3Customer accountWith(CustomerTrait trait) {
        return fleet.firstWith(trait).orElseThrow().accounts().get(0);
    }

    @Nested
    class LicenseConsumption {
        @Test
        void hasTheKeysOfTheSample() {
            HttpResponse<String> response = client.licenses(first.c3CustomerId(), first.tenantId());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
            assertThat(keys(json(response))).isEqualTo(keys(fixture("c3/license-consumption/documented.json")));
            assertThat(json(response).path("Status").asText()).isEqualTo("Success");
        }

        @ParameterizedTest
        @EnumSource(
                value = CustomerTrait.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"CUSTOMER_UNKNOWN_TO_C3"})
        void matchesTheFleet(CustomerTrait trait) {
            for (SimulatedC3Customer account :
                    fleet.firstWith(trait).orElseThrow().accounts()) {
                JsonNode body = json(client.licenses(account.c3CustomerId(), account.tenantId()));
                List<SimulatedLicense> read = new ArrayList<>();
                body.path("Data").forEach(row -> read.add(license(row)));
                assertThat(read).isEqualTo(account.licenses());
            }
        }

        @Test
        void isFoundByIdsWithoutLetterCase() {
            HttpResponse<String> response = client.licenses(
                    first.c3CustomerId().toLowerCase(Locale.ROOT),
                    first.tenantId().toUpperCase(Locale.ROOT));
            assertThat(response.statusCode()).isEqualTo(200);
        }

        @Test
        void isFoundByAnIdThatIsNotAGuid() {
            SimulatedC3Customer odd = fleet.customer(5).accounts().get(0);
            assertThat(odd.c3CustomerId()).matches("[0-9A-F]{8}-[0-9A-F]{7}-[0-9A-F]{4}-[0-9A-F]{12}");
            assertThat(client.licenses(odd.c3CustomerId(), odd.tenantId()).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void ofADeletedCustomerIsEmpty() {
            SimulatedC3Customer deleted = accountWith(CustomerTrait.DELETED_IN_C3);
            JsonNode body = json(client.licenses(deleted.c3CustomerId(), deleted.tenantId()));
            assertThat(body.path("Data").isArray()).isTrue();
            assertThat(body.path("Data")).isEmpty();
        }

        @Test
        void hasTheSpellingOfTheExplanationWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.EXPLANATION_SPELLING));
            JsonNode row = json(client.licenses(first.c3CustomerId(), first.tenantId()))
                    .at("/Data/0");
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "ActiveUnits",
                            "AvaiableUnits",
                            "Totalunits",
                            "Productname",
                            "ProductSkuId",
                            "ConsumedUnits",
                            "SubcriptionNames");
        }

        @Test
        void hasStringsWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            JsonNode row = json(client.licenses(first.c3CustomerId(), first.tenantId()))
                    .at("/Data/0");
            assertThat(row.path("ActiveUnits").isTextual()).isTrue();
            assertThat(row.path("ConsumedUnits").isTextual()).isTrue();
        }

        private SimulatedLicense license(JsonNode row) {
            return new SimulatedLicense(
                    row.path("ProductSkuId").asText(),
                    row.path("ProducName").asText(),
                    count(row, "ActiveUnits"),
                    count(row, "ConsumedUnits"),
                    count(row, "AvailableUnits"),
                    count(row, "TotalUnits"),
                    row.path("SubcriptionNames").asText());
        }

        private @Nullable Long count(JsonNode row, String key) {
            return row.path(key).isNull() ? null : Long.valueOf(row.path(key).longValue());
        }
    }

    @Nested
    class BadInput {
        private static final String WRONG = "9582D9F2-1234945-AB56-DADED948C1C4";
        private static final String WRONG_TENANT = "0f96f6b1-fe7f-4322-567-152d0f2ff171";

        @Test
        void namesBothIdsAsInTheSample() {
            HttpResponse<String> response = client.licenses(WRONG, WRONG_TENANT);
            JsonNode documented = fixture("c3/license-consumption/documented-bad-request.json");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(keys(json(response))).isEqualTo(keys(documented));
            assertThat(json(response).path("Data")).isEqualTo(documented.path("Data"));
            assertThat(json(response).path("ErrorMessage")).isEqualTo(documented.path("ErrorMessage"));
            assertThat(json(response).path("Status")).isEqualTo(documented.path("Status"));
        }

        @Test
        void namesOnlyTheCustomer() {
            JsonNode body = json(client.licenses(WRONG, first.tenantId()));
            assertThat(body.path("Data").findValuesAsText("Message")).containsExactly("INVALID_C3_CUSTOMER_ID");
        }

        @Test
        void namesOnlyTheTenant() {
            JsonNode body = json(client.licenses(first.c3CustomerId(), WRONG_TENANT));
            assertThat(body.path("Data").findValuesAsText("Message")).containsExactly("INVALID_TENANT_ID");
        }

        @Test
        void namesTheTenantOfAnotherCustomer() {
            String others = fleet.customer(1).accounts().get(0).tenantId();
            JsonNode body = json(client.licenses(first.c3CustomerId(), others));
            assertThat(body.path("Data").findValuesAsText("Message")).containsExactly("INVALID_TENANT_ID");
        }

        @Test
        void namesATenantThatOnlyAvePointHas() {
            String unknown = fleet.firstWith(CustomerTrait.TENANT_UNKNOWN_TO_C3)
                    .orElseThrow()
                    .tenants()
                    .get(1)
                    .id();
            JsonNode body = json(client.licenses(WRONG, unknown));
            assertThat(body.path("Data")).hasSize(2);
        }

        @Test
        void hasTheSpellingOfTheExplanationWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.EXPLANATION_SPELLING));
            JsonNode row = json(client.licenses(WRONG, WRONG_TENANT)).at("/Data/0");
            assertThat(row.has("Attribute")).isTrue();
            assertThat(row.has("AttributeKey")).isTrue();
            assertThat(row.has("Atribute")).isFalse();
        }
    }

    @Nested
    class ActiveCustomers {
        @ParameterizedTest
        @ValueSource(strings = {"/api/activecustomers/details/", "/api/activecustomers/details"})
        void haveTheKeysOfTheSample(String path) {
            JsonNode body = json(client.c3Get(path));
            assertThat(keys(body)).isEqualTo(keys(fixture("c3/active-customers/documented.json")));
        }

        @Test
        void matchTheFleetWithOneRowPerTenant() {
            JsonNode rows = json(client.c3Get(LISTING)).path("Data");
            List<String> expected = fleet.customers().stream()
                    .flatMap(customer -> customer.accounts().stream())
                    .map(account -> account.c3CustomerId() + " " + account.tenantId() + " " + account.domainName())
                    .toList();
            assertThat(StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.path("CustomerID").asText() + " "
                                    + row.path("TenantId").asText() + " "
                                    + row.path("DomainName").asText()))
                    .containsExactlyElementsOf(expected);
        }

        @Test
        void haveADateIfDeleted() {
            SimulatedC3Customer deleted = accountWith(CustomerTrait.DELETED_IN_C3);
            assertThat(row(deleted).path("DeletedOn").asText()).isEqualTo(deleted.deletedOn());
            assertThat(row(first).path("DeletedOn").isNull()).isTrue();
        }

        @Test
        void canHaveNoTags() {
            assertThat(row(fleet.customer(1).accounts().get(0)).path("Tags").isNull())
                    .isTrue();
            assertThat(json(row(first).path("Tags").asText()).at("/0/TagKey").asText())
                    .isEqualTo("Region");
        }

        @Test
        void canSpellATenantInAnotherLetterCaseThanAvePoint() {
            SimulatedC3Customer capitals = accountWith(CustomerTrait.LETTER_CASE);
            String tenant = fleet.firstWith(CustomerTrait.LETTER_CASE)
                    .orElseThrow()
                    .tenants()
                    .get(0)
                    .id();
            assertThat(row(capitals).path("TenantId").asText())
                    .isNotEqualTo(tenant)
                    .isEqualToIgnoringCase(tenant);
        }

        private JsonNode row(SimulatedC3Customer account) {
            return StreamSupport.stream(json(client.c3Get(LISTING)).path("Data").spliterator(), false)
                    .filter(row -> row.path("TenantId").asText().equals(account.tenantId()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class EveryCall {
        @Test
        void getsANewCorrelationId() {
            String one =
                    json(client.c3Get(LISTING)).path("RequestCorrelationID").asText();
            String two =
                    json(client.licenses("x", "y")).path("RequestCorrelationID").asText();
            assertThat(one).hasSize(36);
            assertThat(two).hasSize(36).isNotEqualTo(one);
        }

        @Test
        void toAnUnknownPathGetsNotFound() {
            HttpResponse<String> response = client.c3Get("/api/activecustomer/details/");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(json(response).path("Status").asText()).isEqualTo("Error");
        }

        @Test
        void withTheWrongMethodGetsMethodNotAllowed() {
            HttpResponse<String> response = client.send("POST", sandbox.c3BaseUrl() + LISTING, client.c3Token(), "{}");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("allow")).hasValue("GET");
        }
    }
}
