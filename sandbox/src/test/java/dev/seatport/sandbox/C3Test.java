package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.fixture;
import static dev.seatport.sandbox.SandboxClient.json;
import static dev.seatport.sandbox.SandboxClient.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedAccount;
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
    private SandboxClient sandboxClient;
    private SimulatedFleet simulatedFleet;
    private SimulatedAccount first;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandboxClient = new SandboxClient(sandbox);
        simulatedFleet = sandbox.fleet();
        first = simulatedFleet.customer(0).accounts().get(0);
    }

    @AfterEach
    void turnOff() {
        sandbox.quirks(VendorQuirks.none());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private SimulatedAccount accountWith(CustomerTrait customerTrait) {
        return simulatedFleet.firstWith(customerTrait).orElseThrow().accounts().get(0);
    }

    @Nested
    class LicenseConsumption {
        @Test
        void hasTheShapeOfTheSample() {
            HttpResponse<String> answer = sandboxClient.licenses(first.c3CustomerId(), first.tenantId());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
            assertThat(keys(json(answer))).isEqualTo(keys(fixture("c3/license-consumption/documented.json")));
            assertThat(json(answer).path("Status").asText()).isEqualTo("Success");
        }

        @ParameterizedTest
        @EnumSource(
                value = CustomerTrait.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"CUSTOMER_UNKNOWN_TO_C3"})
        void isThatOfTheFleet(CustomerTrait customerTrait) {
            for (SimulatedAccount account :
                    simulatedFleet.firstWith(customerTrait).orElseThrow().accounts()) {
                JsonNode body = json(sandboxClient.licenses(account.c3CustomerId(), account.tenantId()));
                List<SimulatedLicense> read = new ArrayList<>();
                body.path("Data").forEach(row -> read.add(license(row)));
                assertThat(read).isEqualTo(account.licenses());
            }
        }

        @Test
        void isFoundWhateverTheLetterCaseOfTheIds() {
            HttpResponse<String> answer = sandboxClient.licenses(
                    first.c3CustomerId().toLowerCase(Locale.ROOT),
                    first.tenantId().toUpperCase(Locale.ROOT));
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        @Test
        void isFoundUnderAnIdThatIsNoGuid() {
            SimulatedAccount odd = simulatedFleet.customer(5).accounts().get(0);
            assertThat(odd.c3CustomerId()).matches("[0-9A-F]{8}-[0-9A-F]{7}-[0-9A-F]{4}-[0-9A-F]{12}");
            assertThat(sandboxClient
                            .licenses(odd.c3CustomerId(), odd.tenantId())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void ofADeletedCustomerIsEmpty() {
            SimulatedAccount deleted = accountWith(CustomerTrait.DELETED_IN_C3);
            JsonNode body = json(sandboxClient.licenses(deleted.c3CustomerId(), deleted.tenantId()));
            assertThat(body.path("Data").isArray()).isTrue();
            assertThat(body.path("Data")).isEmpty();
        }

        @Test
        void followsTheExplanationWhenToldTo() {
            sandbox.quirks(VendorQuirks.of(Quirk.EXPLANATION_SPELLING));
            JsonNode row = json(sandboxClient.licenses(first.c3CustomerId(), first.tenantId()))
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
        void writesStringsWhenToldTo() {
            sandbox.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            JsonNode row = json(sandboxClient.licenses(first.c3CustomerId(), first.tenantId()))
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
        void namesBothIdsAsTheSampleDoes() {
            HttpResponse<String> answer = sandboxClient.licenses(WRONG, WRONG_TENANT);
            JsonNode documented = fixture("c3/license-consumption/documented-bad-request.json");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(keys(json(answer))).isEqualTo(keys(documented));
            assertThat(json(answer).path("Data")).isEqualTo(documented.path("Data"));
            assertThat(json(answer).path("ErrorMessage")).isEqualTo(documented.path("ErrorMessage"));
            assertThat(json(answer).path("Status")).isEqualTo(documented.path("Status"));
        }

        @Test
        void namesTheCustomerAlone() {
            JsonNode body = json(sandboxClient.licenses(WRONG, first.tenantId()));
            assertThat(body.path("Data").findValuesAsText("Message")).containsExactly("INVALID_C3_CUSTOMER_ID");
        }

        @Test
        void namesTheTenantAlone() {
            JsonNode body = json(sandboxClient.licenses(first.c3CustomerId(), WRONG_TENANT));
            assertThat(body.path("Data").findValuesAsText("Message")).containsExactly("INVALID_TENANT_ID");
        }

        @Test
        void namesTheTenantOfAnotherCustomer() {
            String others = simulatedFleet.customer(1).accounts().get(0).tenantId();
            JsonNode body = json(sandboxClient.licenses(first.c3CustomerId(), others));
            assertThat(body.path("Data").findValuesAsText("Message")).containsExactly("INVALID_TENANT_ID");
        }

        @Test
        void namesATenantThatOnlyAvePointKnows() {
            String unknown = simulatedFleet
                    .firstWith(CustomerTrait.TENANT_UNKNOWN_TO_C3)
                    .orElseThrow()
                    .tenants()
                    .get(1)
                    .id();
            JsonNode body = json(sandboxClient.licenses(WRONG, unknown));
            assertThat(body.path("Data")).hasSize(2);
        }

        @Test
        void isSpeltAsInTheExplanationWhenToldTo() {
            sandbox.quirks(VendorQuirks.of(Quirk.EXPLANATION_SPELLING));
            JsonNode row = json(sandboxClient.licenses(WRONG, WRONG_TENANT)).at("/Data/0");
            assertThat(row.has("Attribute")).isTrue();
            assertThat(row.has("AttributeKey")).isTrue();
            assertThat(row.has("Atribute")).isFalse();
        }
    }

    @Nested
    class ActiveCustomers {
        @ParameterizedTest
        @ValueSource(strings = {"/api/activecustomers/details/", "/api/activecustomers/details"})
        void haveTheShapeOfTheSample(String path) {
            JsonNode body = json(sandboxClient.c3Get(path));
            assertThat(keys(body)).isEqualTo(keys(fixture("c3/active-customers/documented.json")));
        }

        @Test
        void areThoseOfTheFleetARowForEachTenant() {
            JsonNode rows = json(sandboxClient.c3Get(LISTING)).path("Data");
            List<String> expected = simulatedFleet.customers().stream()
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
        void areFlaggedWhenDeleted() {
            SimulatedAccount deleted = accountWith(CustomerTrait.DELETED_IN_C3);
            assertThat(row(deleted).path("DeletedOn").asText()).isEqualTo(deleted.deletedOn());
            assertThat(row(first).path("DeletedOn").isNull()).isTrue();
        }

        @Test
        void mayHaveNoTags() {
            assertThat(row(simulatedFleet.customer(1).accounts().get(0))
                            .path("Tags")
                            .isNull())
                    .isTrue();
            assertThat(json(row(first).path("Tags").asText()).at("/0/TagKey").asText())
                    .isEqualTo("Region");
        }

        @Test
        void maySpellATenantInOtherLettersThanAvePoint() {
            SimulatedAccount capitals = accountWith(CustomerTrait.LETTER_CASE);
            String tenant = simulatedFleet
                    .firstWith(CustomerTrait.LETTER_CASE)
                    .orElseThrow()
                    .tenants()
                    .get(0)
                    .id();
            assertThat(row(capitals).path("TenantId").asText())
                    .isNotEqualTo(tenant)
                    .isEqualToIgnoringCase(tenant);
        }

        private JsonNode row(SimulatedAccount account) {
            return StreamSupport.stream(
                            json(sandboxClient.c3Get(LISTING)).path("Data").spliterator(), false)
                    .filter(row -> row.path("TenantId").asText().equals(account.tenantId()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class EveryCall {
        @Test
        void isGivenACorrelationIdOfItsOwn() {
            String one = json(sandboxClient.c3Get(LISTING))
                    .path("RequestCorrelationID")
                    .asText();
            String two = json(sandboxClient.licenses("x", "y"))
                    .path("RequestCorrelationID")
                    .asText();
            assertThat(one).hasSize(36);
            assertThat(two).hasSize(36).isNotEqualTo(one);
        }

        @Test
        void toAnUnknownPathIsNotFound() {
            HttpResponse<String> answer = sandboxClient.c3Get("/api/activecustomer/details/");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("Status").asText()).isEqualTo("Error");
        }

        @Test
        void withTheWrongMethodIsRefused() {
            HttpResponse<String> answer =
                    sandboxClient.send("POST", sandbox.c3BaseUrl() + LISTING, sandboxClient.c3Token(), "{}");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).hasValue("GET");
        }
    }
}
