package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.fixture;
import static dev.seatport.sandbox.SandboxClient.json;
import static dev.seatport.sandbox.SandboxClient.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SandboxVendorName;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedGraphLicense;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphTest {
    private static final String CONTRACTS = "/v1.0/contracts";
    private static final String SKUS = "/v1.0/subscribedSkus";
    private static final String SUBSCRIPTIONS = "/v1.0/directory/subscriptions";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private Sandbox sandbox;
    private SandboxClient client;
    private String partner;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(60).withTime(() -> NOW));
        client = new SandboxClient(sandbox);
        partner = sandbox.graphPartnerTenant();
    }

    @AfterEach
    void resetFaults() {
        sandbox.quirks(VendorQuirks.none());
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
        sandbox.clearRequests();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private SimulatedGraphTenant tenantWith(CustomerTrait trait) {
        return sandbox.fleet().firstWith(trait).orElseThrow().graphTenants().get(0);
    }

    private List<String> contractsOfTheFleet() {
        return sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.graphTenants().stream())
                .flatMap(tenant -> tenant.contractTypes().stream().map(type -> tenant.tenantId() + " " + type))
                .toList();
    }

    private static List<String> contracts(JsonNode page) {
        return StreamSupport.stream(page.path("value").spliterator(), false)
                .map(row -> row.path("customerId").asText() + " "
                        + row.path("contractType").asText())
                .toList();
    }

    /** Follows the links and returns the pages. */
    private List<JsonNode> pages(String tenantId, String path) {
        String token = client.graphToken(tenantId);
        List<JsonNode> pages = new ArrayList<>();
        String next = sandbox.graphBaseUrl() + path;
        while (!next.isEmpty()) {
            JsonNode page = json(client.send("GET", next, token, null));
            pages.add(page);
            next = page.path("@odata.nextLink").asText();
        }
        return pages;
    }

    private List<String> allContracts(String path) {
        return pages(partner, path).stream()
                .flatMap(page -> contracts(page).stream())
                .toList();
    }

    private void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(keys(json(response))).isEqualTo(keys(fixture("graph/error/documented.json")));
        assertThat(json(response).at("/error/code").asText()).isEqualTo(code);
        assertThat(response.headers().firstValue("request-id"))
                .hasValue(json(response).at("/error/innerError/request-id").asText());
    }

    @Nested
    class Contracts {
        @Test
        void haveTheKeysOfTheDocument() {
            HttpResponse<String> response = client.graphGet(partner, CONTRACTS + "?$top=3");
            assertThat(keys(json(response))).isEqualTo(keys(fixture("graph/contracts/documented.json")));
            assertThat(response.headers().firstValue("request-id")).isPresent();
            assertThat(response.headers().firstValue("x-ms-resource-unit")).hasValue("3");
        }

        @Test
        void haveOneRowForEachContractOfTheFleet() {
            assertThat(allContracts(CONTRACTS))
                    .isEqualTo(contractsOfTheFleet())
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(60);
        }

        @Test
        void comeInPagesOfAHundredRows() {
            try (Sandbox large = Sandbox.start(SandboxOptions.defaults().withCustomers(250))) {
                SandboxClient other = new SandboxClient(large);
                JsonNode page = json(other.graphGet(large.graphPartnerTenant(), CONTRACTS));
                assertThat(page.path("value")).hasSize(100);
                assertThat(page.path("@odata.nextLink").asText())
                        .startsWith(large.graphBaseUrl() + CONTRACTS + "?$skiptoken=");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"?$top=1", "?$top=7", "?$select=customerId,contractType&$top=10"})
        void areCompleteForAnyPageSize(String query) {
            assertThat(allContracts(CONTRACTS + query)).isEqualTo(contractsOfTheFleet());
        }

        @Test
        void haveSmallerPagesWithTheQuirk() {
            sandbox.quirks(VendorQuirks.none().withMaxPageSize(9));
            List<JsonNode> pages = pages(partner, CONTRACTS);
            assertThat(pages.subList(0, pages.size() - 1))
                    .allSatisfy(page -> assertThat(page.path("value")).hasSize(9));
            assertThat(pages.get(pages.size() - 1).has("@odata.nextLink")).isFalse();
        }

        @Test
        void haveEmptyPagesWithALinkWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(20));
            List<JsonNode> pages = pages(partner, CONTRACTS);
            assertThat(pages.get(1).path("value")).isEmpty();
            assertThat(pages.get(1).has("@odata.nextLink")).isTrue();
            assertThat(pages.stream().flatMap(page -> contracts(page).stream())).isEqualTo(contractsOfTheFleet());
        }

        @Test
        void canBeFilteredByCustomer() {
            SimulatedGraphTenant two =
                    sandbox.fleet().customer(2).graphTenants().get(0);
            String filter = "?$filter=customerId%20eq%20" + two.tenantId().toUpperCase(Locale.ROOT);
            assertThat(contracts(json(client.graphGet(partner, CONTRACTS + filter))))
                    .containsExactly(two.tenantId() + " ResellerPartner", two.tenantId() + " BreadthPartner");
            String unknown = "?$filter=customerId+eq+5f2d9c1e-7a40-4b83-9c66-0d1e84f7a23b";
            assertThat(json(client.graphGet(partner, CONTRACTS + unknown)).path("value"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "$filter=displayName%20eq%20'x', Request_BadRequest",
            "$top=0,                         Request_BadRequest",
            "$top=x,                         Request_BadRequest",
            "$skiptoken=x,                   Request_BadRequest",
            "$skiptoken=MS4y,                Request_BadRequest",
            "$orderby=displayName,           Request_UnsupportedQuery"
        })
        void refuseInvalidQueries(String query, String code) {
            assertError(client.graphGet(partner, CONTRACTS + "?" + query), 400, code);
        }

        @Test
        void areListedForThePartnersTenantOnly() {
            String tenant = tenantWith(CustomerTrait.NONE).tenantId();
            assertError(client.graphGet(tenant, CONTRACTS), 403, "Authorization_RequestDenied");
        }
    }

    @Nested
    class Licenses {
        @Test
        void haveTheKeysOfTheDocument() {
            String tenant = tenantWith(CustomerTrait.NONE).tenantId();
            JsonNode body = json(client.graphGet(tenant, SKUS));
            assertThat(keys(body)).isEqualTo(keys(fixture("graph/subscribed-skus/documented.json")));
        }

        @ParameterizedTest
        @EnumSource(
                value = CustomerTrait.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"CUSTOMER_UNKNOWN_TO_C3", "DELETED_IN_C3", "GRAPH_CONSENT_MISSING"})
        void matchTheFleet(CustomerTrait trait) {
            SimulatedGraphTenant tenant = tenantWith(trait);
            List<SimulatedGraphLicense> read = new ArrayList<>();
            json(client.graphGet(tenant.tenantId(), SKUS)).path("value").forEach(row -> read.add(license(row)));
            assertThat(read)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("subscriptions")
                    .isEqualTo(tenant.licenses());
        }

        @Test
        void haveACapabilityStatusByTheirUnits() {
            assertThat(capabilities(CustomerTrait.NONE)).containsOnly("Enabled");
            assertThat(capabilities(CustomerTrait.GRAPH_UNITS_IN_WARNING)).contains("Enabled", "Warning");
            assertThat(capabilities(CustomerTrait.GRAPH_UNITS_SUSPENDED)).contains("Suspended", "LockedOut");
        }

        @Test
        void canBeReducedToSelectedProperties() {
            String tenant = tenantWith(CustomerTrait.NONE).tenantId();
            JsonNode row = json(client.graphGet(tenant, SKUS + "?$select=skuId,consumedUnits"))
                    .at("/value/0");
            assertThat(row.fieldNames()).toIterable().containsExactlyInAnyOrder("skuId", "consumedUnits");
            assertError(client.graphGet(tenant, SKUS + "?$filter=x"), 400, "Request_UnsupportedQuery");
        }

        @Test
        void haveStringsWithTheQuirk() {
            sandbox.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            String tenant = tenantWith(CustomerTrait.NONE).tenantId();
            JsonNode row = json(client.graphGet(tenant, SKUS)).at("/value/0");
            assertThat(row.path("consumedUnits").isTextual()).isTrue();
            assertThat(row.at("/prepaidUnits/enabled").isTextual()).isTrue();
        }

        private List<String> capabilities(CustomerTrait trait) {
            return json(client.graphGet(tenantWith(trait).tenantId(), SKUS)).findValuesAsText("capabilityStatus");
        }

        private SimulatedGraphLicense license(JsonNode row) {
            return new SimulatedGraphLicense(
                    row.path("skuId").asText(),
                    row.path("skuPartNumber").asText(),
                    row.path("appliesTo").asText().equals("User"),
                    count(row.at("/prepaidUnits/enabled")),
                    row.at("/prepaidUnits/warning").asLong(),
                    row.at("/prepaidUnits/suspended").asLong(),
                    row.at("/prepaidUnits/lockedOut").asLong(),
                    count(row.path("consumedUnits")),
                    List.of());
        }

        private static @Nullable Long count(JsonNode value) {
            return value.isNull() ? null : Long.valueOf(value.longValue());
        }
    }

    @Nested
    class Subscriptions {
        @Test
        void haveTheKeysOfTheDocument() {
            String tenant = tenantWith(CustomerTrait.NONE).tenantId();
            JsonNode body = json(client.graphGet(tenant, SUBSCRIPTIONS));
            assertThat(keys(body)).isEqualTo(keys(fixture("graph/subscriptions/documented.json")));
        }

        @Test
        void addUpToThePurchasedUnitsOverAllPages() {
            for (CustomerTrait trait : List.of(
                    CustomerTrait.NONE,
                    CustomerTrait.GRAPH_UNITS_IN_WARNING,
                    CustomerTrait.GRAPH_UNITS_SUSPENDED,
                    CustomerTrait.GRAPH_COMPANY_AND_FREE_SKUS)) {
                SimulatedGraphTenant tenant = tenantWith(trait);
                List<JsonNode> rows = new ArrayList<>();
                pages(tenant.tenantId(), SUBSCRIPTIONS + "?$top=1")
                        .forEach(page -> page.path("value").forEach(rows::add));
                for (SimulatedGraphLicense license : tenant.licenses()) {
                    assertThat(purchased(rows, license.skuId())).isEqualTo(license.purchased());
                }
            }
        }

        @Test
        void areRefusedInSomeTenants() {
            String tenant =
                    tenantWith(CustomerTrait.GRAPH_SUBSCRIPTIONS_REFUSED).tenantId();
            assertError(client.graphGet(tenant, SUBSCRIPTIONS), 403, "Authorization_RequestDenied");
            assertThat(client.graphGet(tenant, SKUS).statusCode()).isEqualTo(200);
        }

        private long purchased(List<JsonNode> rows, String skuId) {
            return rows.stream()
                    .filter(row -> row.path("skuId").asText().equals(skuId))
                    .filter(row -> row.path("ownerTenantId").asText().equals(partner))
                    .filter(row -> !row.path("isTrial").asBoolean())
                    .filter(row -> List.of("Enabled", "Warning")
                            .contains(row.path("status").asText()))
                    .mapToLong(row -> row.path("totalLicenses").asLong())
                    .sum();
        }
    }

    @Nested
    class Tokens {
        private HttpResponse<String> refused(String tenantId, String field, String value) {
            Map<String, String> form = client.graphForm();
            form.put(field, value);
            return client.graphTokenRequest(tenantId, form);
        }

        private void assertRefused(HttpResponse<String> response, int status, String error, int code) {
            JsonNode body = json(response);
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(keys(body)).isEqualTo(keys(fixture("graph/token/documented-refusal.json")));
            assertThat(body.path("error").asText()).isEqualTo(error);
            assertThat(body.at("/error_codes/0").asInt()).isEqualTo(code);
            assertThat(body.path("error_description").asText()).startsWith("AADSTS" + code + ":");
        }

        @Test
        void haveTheDocumentedResponse() {
            HttpResponse<String> response = client.graphTokenRequest(partner, client.graphForm());
            assertThat(keys(json(response))).isEqualTo(keys(fixture("graph/token/documented.json")));
            assertThat(json(response).path("expires_in").asInt()).isEqualTo(3600);
            assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        }

        @Test
        void areValidForTheirTenantOnly() {
            SimulatedGraphTenant one = tenantWith(CustomerTrait.NONE);
            SimulatedGraphTenant other = tenantWith(CustomerTrait.LETTER_CASE);
            JsonNode rows = json(client.graphGet(one.tenantId().toUpperCase(Locale.ROOT), SKUS));
            assertThat(rows.findValuesAsText("accountId"))
                    .contains(one.tenantId())
                    .doesNotContain(other.tenantId());
            assertThat(json(client.graphGet(partner, SKUS)).path("value")).isEmpty();
        }

        @Test
        void ofOtherVendorsAreRefused() {
            assertError(
                    client.send("GET", sandbox.graphBaseUrl() + SKUS, client.c3Token(), null),
                    401,
                    "InvalidAuthenticationToken");
        }

        @Test
        void areRefusedWithoutConsent() {
            String tenant = tenantWith(CustomerTrait.GRAPH_CONSENT_MISSING).tenantId();
            assertRefused(client.graphTokenRequest(tenant, client.graphForm()), 400, "unauthorized_client", 700016);
            assertRefused(refused(partner, "client_id", "x"), 400, "unauthorized_client", 700016);
        }

        @Test
        void areRefusedForATenantThatOnlyAvePointHas() {
            String tenant = sandbox.fleet()
                    .firstWith(CustomerTrait.CUSTOMER_UNKNOWN_TO_C3)
                    .orElseThrow()
                    .tenants()
                    .get(0)
                    .id();
            assertRefused(client.graphTokenRequest(tenant, client.graphForm()), 400, "unauthorized_client", 700016);
        }

        @Test
        void areRefusedForAnUnknownTenantAWrongSecretOrAWrongScope() {
            assertRefused(
                    client.graphTokenRequest("5f2d9c1e-7a40-4b83-9c66-0d1e84f7a23b", client.graphForm()),
                    400,
                    "invalid_request",
                    90002);
            assertRefused(refused(partner, "client_secret", "x"), 401, "invalid_client", 7000215);
            assertRefused(refused(partner, "scope", "User.Read"), 400, "invalid_scope", 70011);
        }

        @Test
        void areRevokedByExpireTokens() {
            String token = client.graphToken(partner);
            sandbox.expireTokens();
            assertThat(client.send("GET", sandbox.graphBaseUrl() + CONTRACTS, token, null)
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void acceptOnePathAndOneMethod() {
            String url = sandbox.graphLoginUrl() + "/" + partner + "/oauth2/v2.0/token";
            assertThat(client.send("GET", url, null, null).statusCode()).isEqualTo(405);
            assertThat(client.form(sandbox.graphLoginUrl() + "/oauth2/token", client.graphForm())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class UnderFaults {
        private void plan(Fault fault) {
            sandbox.faults(FaultPlan.none().with(fault));
        }

        private Fault throttled(RequestMatcher matcher) {
            return Fault.status(429).retryAfter("1").at(matcher.ofVendor(SandboxVendorName.GRAPH));
        }

        @Test
        void aTenantIsThrottledAlone() {
            String one = tenantWith(CustomerTrait.NONE).tenantId();
            String other = tenantWith(CustomerTrait.LETTER_CASE).tenantId();
            plan(throttled(RequestMatcher.of(RequestKind.LICENSES).ofCustomer(one.toUpperCase(Locale.ROOT))));
            HttpResponse<String> response = client.graphGet(one, SKUS);
            assertError(response, 429, "TooManyRequests");
            assertThat(response.headers().firstValue("retry-after")).hasValue("1");
            assertThat(response.headers().firstValue("x-ms-throttle-scope"))
                    .hasValue("Tenant_Application/Read/" + sandbox.graphClientId());
            assertThat(client.graphGet(other, SKUS).statusCode()).isEqualTo(200);
        }

        @Test
        void theWholeClientIsThrottledWithoutACustomer() {
            plan(throttled(RequestMatcher.of(RequestKind.CUSTOMERS)));
            HttpResponse<String> response = client.graphGet(partner, CONTRACTS);
            assertThat(response.headers().firstValue("x-ms-throttle-scope"))
                    .hasValue("Application/Read/" + sandbox.graphClientId());
            assertThat(response.headers().firstValue("x-ms-throttle-limit-percentage"))
                    .hasValue("1.00");
            assertThat(response.headers().firstValue("x-ms-throttle-information"))
                    .isPresent();
        }

        @Test
        void aLimitIsAnnouncedFromEightyPercentOn() {
            String token = client.graphToken(partner);
            plan(Fault.rateLimit(5).at(RequestMatcher.all().ofVendor(SandboxVendorName.GRAPH)));
            List<String> announced = new ArrayList<>();
            for (int call = 0; call < 6; call++) {
                announced.add(client.send("GET", sandbox.graphBaseUrl() + SKUS, token, null)
                        .headers()
                        .firstValue("x-ms-throttle-limit-percentage")
                        .orElse("-"));
            }
            assertThat(announced).containsExactly("-", "-", "-", "0.80", "1.00", "1.00");
        }

        @Test
        void aTokenOfOneTenantIsRefused() {
            String one = tenantWith(CustomerTrait.NONE).tenantId();
            plan(Fault.status(401).at(RequestMatcher.of(RequestKind.TOKEN).ofCustomer(one)));
            assertThat(json(client.graphTokenRequest(one, client.graphForm()))
                            .at("/error_codes/0")
                            .asInt())
                    .isEqualTo(7000215);
            assertThat(client.graphToken(partner)).isNotEmpty();
        }

        @Test
        void pagesAreSelectedByTheirNumber() {
            plan(Fault.emptyPage().at(RequestMatcher.all().onPage(2)));
            List<JsonNode> pages = pages(partner, CONTRACTS + "?$top=20");
            assertThat(pages.get(1).path("value")).isEmpty();
            assertThat(pages.get(1).has("@odata.nextLink")).isTrue();
            assertThat(contracts(pages.get(2)).get(0))
                    .isEqualTo(contractsOfTheFleet().get(40));
            assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).rows())
                    .isEqualTo(contractsOfTheFleet().size() - 20);
        }

        @Test
        void theFirstPageComesForEveryLink() {
            plan(Fault.samePage());
            List<JsonNode> pages = pages(partner, CONTRACTS + "?$top=20");
            assertThat(pages)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(page -> assertThat(contracts(page))
                            .isEqualTo(contractsOfTheFleet().subList(0, 20)));
        }

        @Test
        void rowsAreShiftedInNumberedPagesOnly() {
            sandbox.faults(FaultPlan.none().with(Fault.rowsInserted(1)).with(Fault.totalDrifts(1)));
            assertThat(allContracts(CONTRACTS + "?$top=20")).isEqualTo(contractsOfTheFleet());
            assertThat(sandbox.statistics().total().totalFaults()).isZero();
        }

        @Test
        void equalRequestsForTwoTenantsAreCountedApart() {
            String one = tenantWith(CustomerTrait.NONE).tenantId();
            String other = tenantWith(CustomerTrait.LETTER_CASE).tenantId();
            plan(Fault.status(503).at(RequestMatcher.of(RequestKind.LICENSES).atMostInARow(1)));
            assertThat(List.of(
                            client.graphGet(one, SKUS).statusCode(),
                            client.graphGet(other, SKUS).statusCode(),
                            client.graphGet(one, SKUS).statusCode(),
                            client.graphGet(other, SKUS).statusCode()))
                    .containsExactly(503, 503, 200, 200);
        }

        @Test
        void requestsAndRowsAreCountedByOperation() {
            SimulatedGraphTenant tenant = tenantWith(CustomerTrait.NONE);
            client.graphGet(tenant.tenantId(), SKUS);
            client.graphGet(tenant.tenantId(), SUBSCRIPTIONS);
            client.graphGet(partner, CONTRACTS + "?$top=4");
            client.graphGet(partner, "/v1.0/users");
            RequestStatistics statistics = sandbox.statistics();
            assertThat(statistics.of(RequestKind.LICENSES).rows())
                    .isEqualTo(tenant.licenses().size());
            assertThat(statistics.of(RequestKind.SUBSCRIPTIONS).rows())
                    .isEqualTo(tenant.licenses().stream()
                            .mapToInt(license -> license.subscriptions().size())
                            .sum());
            assertThat(statistics.of(RequestKind.CUSTOMERS))
                    .isEqualTo(new RequestStatistics.RequestCounts(1, 1, 4, Map.of()));
            assertThat(statistics.of(RequestKind.OTHER))
                    .isEqualTo(new RequestStatistics.RequestCounts(1, 0, 0, Map.of()));
        }

        @Test
        void noContractIsLostIfEachPageIsRetried() {
            String token = client.graphToken(partner);
            sandbox.faults(FaultPlan.parse("seed=7; in-a-row=2; 503:share=0.3; 429:share=0.2; html:share=0.2; "
                    + "json-cut:share=0.2; token-dies=50calls; latency=1ms"));
            List<String> read = new ArrayList<>();
            String next = sandbox.graphBaseUrl() + CONTRACTS + "?$top=1";
            while (!next.isEmpty()) {
                HttpResponse<String> response = client.send("GET", next, token, null);
                if (response.statusCode() == 200 && response.body().endsWith("]}")) {
                    read.addAll(contracts(json(response)));
                    next = json(response).path("@odata.nextLink").asText();
                }
            }
            RequestStatistics.RequestCounts counts = sandbox.statistics().of(RequestKind.CUSTOMERS);
            assertThat(read).isEqualTo(contractsOfTheFleet()).hasSize((int) counts.rows());
            assertThat(counts.faults())
                    .containsKeys(FaultKind.STATUS, FaultKind.HTML, FaultKind.JSON_CUT, FaultKind.LATENCY);
        }

        @Test
        void aRunWithASeedCanBeRepeated() {
            assertThat(statuses(31)).isEqualTo(statuses(31)).contains(200, 503).isNotEqualTo(statuses(32));
        }

        /** Returns the statuses of a hundred requests to a new sandbox, with a token of the partner's tenant. */
        private List<Integer> statuses(long seed) {
            try (Sandbox fresh = Sandbox.start(SandboxOptions.defaults().withSeed(seed))) {
                SandboxClient other = new SandboxClient(fresh);
                String token = other.graphToken(fresh.graphPartnerTenant());
                fresh.faults(FaultPlan.parse("503:share=0.5"));
                return IntStream.range(0, 100)
                        .mapToObj(call -> other.send("GET", fresh.graphBaseUrl() + CONTRACTS, token, null)
                                .statusCode())
                        .toList();
            }
        }

        @Test
        void anExpiredTokenKeepsItsTenant() {
            String tenant = tenantWith(CustomerTrait.NONE).tenantId();
            String token = client.graphToken(tenant);
            sandbox.expireTokens();
            client.graphToken(partner);
            plan(Fault.status(503).at(RequestMatcher.of(RequestKind.LICENSES).ofCustomer(tenant)));
            assertThat(client.send("GET", sandbox.graphBaseUrl() + SKUS, token, null)
                            .statusCode())
                    .isEqualTo(503);
        }
    }
}
