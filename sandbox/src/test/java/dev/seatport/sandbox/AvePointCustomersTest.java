package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.GENERAL;
import static dev.seatport.sandbox.SandboxClient.fixture;
import static dev.seatport.sandbox.SandboxClient.json;
import static dev.seatport.sandbox.SandboxClient.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
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
class AvePointCustomersTest {
    private Sandbox sandbox;
    private SandboxClient sandboxClient;
    private SimulatedFleet simulatedFleet;
    private SimulatedCustomer first;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandboxClient = new SandboxClient(sandbox);
        simulatedFleet = sandbox.fleet();
        first = simulatedFleet.customer(0);
    }

    @AfterEach
    void turnOff() {
        sandbox.quirks(VendorQuirks.none());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private SimulatedCustomer with(CustomerTrait customerTrait) {
        return simulatedFleet.firstWith(customerTrait).orElseThrow();
    }

    @Nested
    class SpecificCustomer {
        @Test
        void hasTheShapeOfTheDocument() {
            JsonNode body = json(sandboxClient.avePointGet("/partner/customers/" + first.avePointId()));
            JsonNode documented = fixture("avepoint/specific-customer/documented.json");
            assertThat(keys(body)).isEqualTo(keys(documented));
            assertThat(body.path("@odata.context")).isEqualTo(documented.path("@odata.context"));
            assertThat(body.path("organization").asText()).isEqualTo(first.organization());
            assertThat(body.path("ownerEmail").asText()).isEqualTo(first.ownerEmail());
            assertThat(body.path("countryOrRegion").asText()).isEqualTo(first.country());
        }

        @Test
        void tellsTheJobStatusInWords() {
            String waiting = with(CustomerTrait.NO_TENANTS).avePointId();
            assertThat(json(sandboxClient.avePointGet("/partner/customers/" + waiting))
                            .path("jobStatus")
                            .asText())
                    .isEqualTo("Waiting for configuration");
        }

        @Test
        void mayHaveAnIdOfThirtyFiveCharacters() {
            String id = simulatedFleet.customer(7).avePointId();
            assertThat(id).hasSize(35);
            assertThat(json(sandboxClient.avePointGet("/partner/customers/" + id))
                            .path("id")
                            .asText())
                    .isEqualTo(id);
        }

        @Test
        void isFoundUnderAPercentEncodedId() {
            String encoded = first.avePointId().replace("-", "%2D");
            assertThat(sandboxClient
                            .avePointGet("/partner/customers/" + encoded)
                            .statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "", "a%2Fb", "%2e%2e", "..%2F..", "ffffffff", "%E2%80%AE"})
        void isNotFoundUnderAnotherId(String id) {
            assertThat(sandboxClient.avePointGet("/partner/customers/" + id).statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class AllCustomers {
        @Test
        void haveTheShapeOfTheDocument() {
            JsonNode body = json(sandboxClient.avePointPost(GENERAL + "/batch", "{}"));
            assertThat(keys(body)).isEqualTo(keys(fixture("avepoint/customers-batch/documented.json")));
        }

        @Test
        void areThoseOfTheFleetOverAllPages() {
            List<String> ids = new ArrayList<>();
            for (int page = 1; page <= 4; page++) {
                JsonNode body = json(sandboxClient.avePointPost(GENERAL + "/batch?pageSize=12&pageIndex=" + page, ""));
                body.path("data").forEach(row -> ids.add(row.path("id").asText()));
                assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(40);
            }
            assertThat(ids)
                    .isEqualTo(simulatedFleet.customers().stream()
                            .map(SimulatedCustomer::avePointId)
                            .toList());
        }

        @Test
        void tellTheJobStatusAndTheManagementModeAsNumbers() {
            SimulatedCustomer waiting = with(CustomerTrait.NO_TENANTS);
            JsonNode row = json(sandboxClient.avePointPost(
                            GENERAL + "/batch", "{\"customerIds\":[\"" + waiting.avePointId() + "\"]}"))
                    .at("/data/0");
            assertThat(row.path("jobStatus").intValue()).isEqualTo(3);
            assertThat(row.path("managementMode").intValue()).isEqualTo(2);
            assertThat(row.path("tenants")).isEmpty();
        }

        @Test
        void areFilteredByIdWhateverTheLetterCase() {
            String ids = "[\"" + simulatedFleet.customer(9).avePointId().toUpperCase(Locale.ROOT) + "\",\""
                    + simulatedFleet.customer(3).avePointId() + "\",\"nobody\"]";
            JsonNode body = json(sandboxClient.avePointPost(GENERAL + "/batch", "{\"customerIds\":" + ids + "}"));
            assertThat(body.path("data").findValuesAsText("organization"))
                    .containsExactly(
                            simulatedFleet.customer(3).organization(),
                            simulatedFleet.customer(9).organization());
            assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(2);
        }

        @Test
        void listTheirMicrosoftTenantsOnly() {
            SimulatedCustomer mixed = with(CustomerTrait.OTHER_KINDS);
            JsonNode tenants = json(sandboxClient.avePointPost(
                            GENERAL + "/batch", "{\"customerIds\":[\"" + mixed.avePointId() + "\"]}"))
                    .at("/data/0/tenants");
            assertThat(tenants).hasSize(1);
            assertThat(tenants.at("/0/id").asText())
                    .isEqualTo(mixed.tenants().get(0).id());
        }

        @Test
        void comeWithoutPagesInTheOlderFamily() {
            JsonNode body = json(sandboxClient.avePointGet("/partner/customers"));
            assertThat(body.path("value")).hasSize(40);
            assertThat(body.has("@odata.context")).isTrue();
            assertThat(body.at("/value/0/jobStatus").isTextual()).isTrue();
            assertThat(body.at("/value/39/id").asText())
                    .isEqualTo(simulatedFleet.customer(39).avePointId());
        }
    }

    @Nested
    class EveryCall {
        @Test
        void isGivenARequestIdOfItsOwn() {
            String one = sandboxClient
                    .avePointGet("/partner/customers/x")
                    .headers()
                    .firstValue("request-id")
                    .orElseThrow();
            String two = sandboxClient
                    .avePointGet("/partner/customers")
                    .headers()
                    .firstValue("request-id")
                    .orElseThrow();
            assertThat(one).matches("rq-\\d+");
            assertThat(two).matches("rq-\\d+").isNotEqualTo(one);
        }

        @Test
        void toAnUnknownPathIsNotFound() {
            assertThat(sandboxClient.avePointGet("/partner/customer").statusCode())
                    .isEqualTo(404);
            assertThat(sandboxClient.avePointGet("").statusCode()).isEqualTo(404);
        }

        @Test
        void withTheWrongMethodIsRefused() {
            HttpResponse<String> answer = sandboxClient.avePointGet(GENERAL + "/batch");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).hasValue("POST");
        }
    }
}
