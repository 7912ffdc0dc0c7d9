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
    private SandboxClient client;
    private SimulatedFleet fleet;
    private SimulatedCustomer first;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
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
    class SpecificCustomer {
        @Test
        void hasTheKeysOfTheDocument() {
            JsonNode body = json(client.avePointGet("/partner/customers/" + first.avePointId()));
            JsonNode documented = fixture("avepoint/specific-customer/documented.json");
            assertThat(keys(body)).isEqualTo(keys(documented));
            assertThat(body.path("@odata.context")).isEqualTo(documented.path("@odata.context"));
            assertThat(body.path("organization").asText()).isEqualTo(first.organization());
            assertThat(body.path("ownerEmail").asText()).isEqualTo(first.ownerEmail());
            assertThat(body.path("countryOrRegion").asText()).isEqualTo(first.country());
        }

        @Test
        void sendsTheJobStatusAsAWord() {
            String waiting = with(CustomerTrait.NO_TENANTS).avePointId();
            assertThat(json(client.avePointGet("/partner/customers/" + waiting))
                            .path("jobStatus")
                            .asText())
                    .isEqualTo("Waiting for configuration");
        }

        @Test
        void canHaveAnIdOfThirtyFiveCharacters() {
            String id = fleet.customer(7).avePointId();
            assertThat(id).hasSize(35);
            assertThat(json(client.avePointGet("/partner/customers/" + id))
                            .path("id")
                            .asText())
                    .isEqualTo(id);
        }

        @Test
        void isFoundByAPercentEncodedId() {
            String encoded = first.avePointId().replace("-", "%2D");
            assertThat(client.avePointGet("/partner/customers/" + encoded).statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "", "a%2Fb", "%2e%2e", "..%2F..", "ffffffff", "%E2%80%AE"})
        void isNotFoundByAnotherId(String id) {
            assertThat(client.avePointGet("/partner/customers/" + id).statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class AllCustomers {
        @Test
        void haveTheKeysOfTheDocument() {
            JsonNode body = json(client.avePointPost(GENERAL + "/batch", "{}"));
            assertThat(keys(body)).isEqualTo(keys(fixture("avepoint/customers-batch/documented.json")));
        }

        @Test
        void matchTheFleetAcrossAllPages() {
            List<String> ids = new ArrayList<>();
            for (int page = 1; page <= 4; page++) {
                JsonNode body = json(client.avePointPost(GENERAL + "/batch?pageSize=12&pageIndex=" + page, ""));
                body.path("data").forEach(row -> ids.add(row.path("id").asText()));
                assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(40);
            }
            assertThat(ids)
                    .isEqualTo(fleet.customers().stream()
                            .map(SimulatedCustomer::avePointId)
                            .toList());
        }

        @Test
        void haveJobStatusAndManagementModeAsNumbers() {
            SimulatedCustomer waiting = with(CustomerTrait.NO_TENANTS);
            JsonNode row = json(client.avePointPost(
                            GENERAL + "/batch", "{\"customerIds\":[\"" + waiting.avePointId() + "\"]}"))
                    .at("/data/0");
            assertThat(row.path("jobStatus").intValue()).isEqualTo(3);
            assertThat(row.path("managementMode").intValue()).isEqualTo(2);
            assertThat(row.path("tenants")).isEmpty();
        }

        @Test
        void areFilteredByIdWithoutLetterCase() {
            String ids = "[\"" + fleet.customer(9).avePointId().toUpperCase(Locale.ROOT) + "\",\""
                    + fleet.customer(3).avePointId() + "\",\"nobody\"]";
            JsonNode body = json(client.avePointPost(GENERAL + "/batch", "{\"customerIds\":" + ids + "}"));
            assertThat(body.path("data").findValuesAsText("organization"))
                    .containsExactly(
                            fleet.customer(3).organization(), fleet.customer(9).organization());
            assertThat(body.at("/metadata/totalCount").asInt()).isEqualTo(2);
        }

        @Test
        void listOnlyTheirMicrosoftTenants() {
            SimulatedCustomer mixed = with(CustomerTrait.OTHER_KINDS);
            JsonNode tenants = json(client.avePointPost(
                            GENERAL + "/batch", "{\"customerIds\":[\"" + mixed.avePointId() + "\"]}"))
                    .at("/data/0/tenants");
            assertThat(tenants).hasSize(1);
            assertThat(tenants.at("/0/id").asText())
                    .isEqualTo(mixed.tenants().get(0).id());
        }

        @Test
        void haveNoPagesInTheOlderVersion() {
            JsonNode body = json(client.avePointGet("/partner/customers"));
            assertThat(body.path("value")).hasSize(40);
            assertThat(body.has("@odata.context")).isTrue();
            assertThat(body.at("/value/0/jobStatus").isTextual()).isTrue();
            assertThat(body.at("/value/39/id").asText())
                    .isEqualTo(fleet.customer(39).avePointId());
        }
    }

    @Nested
    class EveryCall {
        @Test
        void getsANewRequestId() {
            String one = client.avePointGet("/partner/customers/x")
                    .headers()
                    .firstValue("request-id")
                    .orElseThrow();
            String two = client.avePointGet("/partner/customers")
                    .headers()
                    .firstValue("request-id")
                    .orElseThrow();
            assertThat(one).matches("rq-\\d+");
            assertThat(two).matches("rq-\\d+").isNotEqualTo(one);
        }

        @Test
        void toAnUnknownPathGetsNotFound() {
            assertThat(client.avePointGet("/partner/customer").statusCode()).isEqualTo(404);
            assertThat(client.avePointGet("").statusCode()).isEqualTo(404);
        }

        @Test
        void withTheWrongMethodGetsMethodNotAllowed() {
            HttpResponse<String> response = client.avePointGet(GENERAL + "/batch");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("allow")).hasValue("POST");
        }
    }
}
