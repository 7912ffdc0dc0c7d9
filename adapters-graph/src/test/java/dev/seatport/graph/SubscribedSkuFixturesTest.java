package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.http.TestResources;
import dev.seatport.testkit.wait.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscribedSkuFixturesTest {
    private static final String SKU = "c7df2760-2c81-4ef7-b578-5b5392b571df";
    private static final String OTHER_PARTNER = "bbbbbbbb-0000-4000-8000-00000000000b";

    private StubbedGraph vendor;

    @BeforeAll
    void start() {
        vendor = StubbedGraph.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private List<LicenseConsumption> rows() {
        return Await.rows(vendor.licenses());
    }

    private LicenseConsumption row() {
        return rows().get(0);
    }

    private static LicenseConsumption office(Quantity purchased, @Nullable String renewal) {
        return new LicenseConsumption(
                StubbedGraph.CUSTOMER,
                new TenantId(StubbedGraph.TENANT),
                new SkuId(SKU),
                "Office 365 E5",
                purchased,
                Quantity.of(14),
                Quantity.unreported(),
                Quantity.of(25),
                new LapsedLicenses(Quantity.of(0), Quantity.of(0), Quantity.of(0)),
                true,
                List.of(),
                renewal == null ? null : Instant.parse(renewal));
    }

    private static JsonObject sku() {
        return new JsonObject(TestResources.read("graph/subscribed-skus/documented.json"))
                .getJsonArray("value")
                .getJsonObject(0);
    }

    private static JsonObject subscription(String id) {
        return new JsonObject(TestResources.read("graph/subscriptions/documented.json"))
                .getJsonArray("value")
                .getJsonObject(0)
                .put("id", id);
    }

    /** Serves subscriptions, and their SKU with the ids of all of them. */
    private void serve(JsonObject... subscriptions) {
        List<String> ids = Stream.of(subscriptions)
                .map(subscription -> subscription.getString("id"))
                .toList();
        vendor.rows(StubbedGraph.SUBSCRIPTIONS, subscriptions);
        vendor.rows(StubbedGraph.SKUS, sku().put("subscriptionIds", new JsonArray(ids)));
    }

    @Nested
    class DocumentedResponses {
        @Test
        void areDecoded() {
            ListingResult<Observed<LicenseConsumption>> listing = Await.listing(vendor.licenses());
            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing)).containsExactly(office(Quantity.of(20), "2027-01-01T00:00:00Z"));
            assertThat(listing.rows())
                    .extracting(Observed::provenance)
                    .containsOnly(new Provenance(Graph.VENDOR, "licenses", StubbedGraph.NOW, StubbedGraph.REQUEST_ID));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void areRequestedWithTheTokenOfTheTenant() {
            rows();
            assertThat(vendor.requests())
                    .extracting(request -> request.getMethod() + " " + request.getUrl())
                    .containsExactly(
                            "POST /" + StubbedGraph.TENANT + "/oauth2/v2.0/token",
                            "GET /v1.0/directory/subscriptions",
                            "GET /v1.0/subscribedSkus");
            assertThat(vendor.calls())
                    .extracting(call -> call.getHeader("Accept"))
                    .containsOnly("application/json;odata.metadata=none");
        }
    }

    @Nested
    class PurchasedLicenses {
        private Quantity purchased(JsonObject... subscriptions) {
            serve(subscriptions);
            return row().purchased();
        }

        @ParameterizedTest
        @CsvSource({"Enabled, 20", "Warning, 20", "Suspended, 0", "LockedOut, 0", "Deleted, 0"})
        void countWhileTheSubscriptionCanBeUsed(String status, long expected) {
            assertThat(purchased(subscription("s-1").put("status", status))).isEqualTo(Quantity.of(expected));
        }

        @Test
        void areTheSumOfTheSubscriptionsOfThisPartner() {
            assertThat(purchased(
                            subscription("s-1").put("totalLicenses", 5),
                            subscription("s-2").put("ownerTenantId", GraphServer.PARTNER.toUpperCase(Locale.ROOT)),
                            subscription("s-3").put("ownerTenantId", OTHER_PARTNER),
                            subscription("s-4").putNull("ownerTenantId"),
                            subscription("s-5").put("isTrial", true),
                            subscription("s-6").put("skuId", "2b9e71d4-08fa-4b63-a5d1-6e47b3f80c92")))
                    .isEqualTo(Quantity.of(25));
        }

        @Test
        void countARepeatedSubscriptionOnce() {
            assertThat(purchased(subscription("s-1"), subscription("s-1"))).isEqualTo(Quantity.of(20));
        }

        @Test
        void areZeroIfThePartnerSoldNone() {
            assertThat(purchased()).isEqualTo(Quantity.of(0));
        }

        @Test
        void areUnreportedIfOneSubscriptionReportsNoCount() {
            assertThat(purchased(subscription("s-1"), subscription("s-2").putNull("totalLicenses")))
                    .isEqualTo(Quantity.unreported());
            assertThat(vendor.drifts()).containsExactly("graph subscriptions $.value[*].totalLicenses: no count");
        }

        @Test
        void areUnreportedIfStatusOwnerOrTrialIsUnknown() {
            for (String field : List.of("status", "ownerTenantId", "isTrial")) {
                vendor.reset();
                JsonObject without = subscription("s-1");
                without.remove(field);
                assertThat(purchased(without, subscription("s-2"))).isEqualTo(Quantity.unreported());
                assertThat(vendor.drifts())
                        .containsExactly("graph subscriptions $.value[*]." + field
                                + ": missing or unknown, so the licenses are unreported");
            }
            assertThat(purchased(subscription("s-1").put("status", "Paused"))).isEqualTo(Quantity.unreported());
            assertThat(purchased(subscription("s-1").put("ownerTenantId", 7))).isEqualTo(Quantity.unreported());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "00000000-0000-0000-0000-000000000000"})
        void areUnreportedIfTheOwnerIsNoTenant(String owner) {
            assertThat(purchased(subscription("s-1").put("ownerTenantId", owner), subscription("s-2")))
                    .isEqualTo(Quantity.unreported());
            assertThat(vendor.drifts())
                    .containsExactly("graph subscriptions $.value[*].ownerTenantId: missing or unknown, so the licenses"
                            + " are unreported");
        }

        @Test
        void needNoFieldOfASubscriptionThatIsNotCounted() {
            JsonObject bare = subscription("s-2").put("ownerTenantId", OTHER_PARTNER);
            List.of("status", "isTrial", "totalLicenses").forEach(bare::remove);
            assertThat(purchased(subscription("s-1"), bare)).isEqualTo(Quantity.of(20));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void areUnreportedIfASubscriptionOfTheSkuWasNotRead() {
            vendor.rows(StubbedGraph.SUBSCRIPTIONS);
            assertThat(row().purchased()).isEqualTo(Quantity.unreported());
            vendor.rows(
                    StubbedGraph.SKUS,
                    sku().put("subscriptionIds", new JsonArray().add("s-1").addNull()));
            vendor.rows(StubbedGraph.SUBSCRIPTIONS, subscription("s-1"));
            assertThat(row().purchased()).isEqualTo(Quantity.unreported());
            assertThat(vendor.drifts())
                    .containsOnly("graph licenses $.value[*].subscriptionIds: an id that no subscription has, so the"
                            + " purchased licenses are unreported");
        }

        @Test
        void countSubscriptionsOfAnySpellingAndOfBothIds() {
            vendor.rows(
                    StubbedGraph.SUBSCRIPTIONS,
                    subscription("s-1"),
                    subscription("s-2").put("commerceSubscriptionId", "c-2"));
            vendor.rows(
                    StubbedGraph.SKUS,
                    sku().put("subscriptionIds", new JsonArray().add("S-1").add("C-2")));
            assertThat(row().purchased()).isEqualTo(Quantity.of(40));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void doNotNeedTheIdsOfTheirSubscriptions() {
            for (Object ids : List.of("d2e6a4b1", 7, new JsonObject())) {
                vendor.rows(StubbedGraph.SKUS, sku().put("subscriptionIds", ids));
                assertThat(row().purchased()).isEqualTo(Quantity.of(20));
            }
            vendor.rows(StubbedGraph.SKUS, sku().putNull("subscriptionIds"));
            assertThat(row().purchased()).isEqualTo(Quantity.of(20));
        }

        @Test
        void areUnreportedIfTheTenantRefusesTheRequest() {
            vendor.respond(StubbedGraph.SUBSCRIPTIONS, 403, TestResources.read("graph/errors/documented.json"));
            assertThat(rows()).containsExactly(office(Quantity.unreported(), null));
        }

        @Test
        void areAddedAsARowIfTheTenantDoesNotListTheirSku() {
            vendor.rows(StubbedGraph.SKUS);
            assertThat(rows())
                    .containsExactly(new LicenseConsumption(
                            StubbedGraph.CUSTOMER,
                            new TenantId(StubbedGraph.TENANT),
                            new SkuId(SKU),
                            "Office 365 E5",
                            Quantity.of(20),
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.unreported(),
                            LapsedLicenses.unreported(),
                            true,
                            List.of(),
                            Instant.parse("2027-01-01T00:00:00Z")));
        }

        @Test
        void failTheListingIfTheSkuOfASubscriptionIsMissing() {
            vendor.rows(StubbedGraph.SUBSCRIPTIONS, subscription("s-1").put("skuId", " "));
            assertThat(Await.failure(vendor.licenses()))
                    .hasMessageContaining("graph subscriptions: MALFORMED_ANSWER: at $.value[0].skuId: missing");
            vendor.rows(StubbedGraph.SUBSCRIPTIONS, subscription(" "));
            assertThat(Await.failure(vendor.licenses())).hasMessageContaining("at $.value[0].id: missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {StubbedGraph.SUBSCRIPTIONS, StubbedGraph.SKUS})
    void responseWithoutContentFailsTheListing(String path) {
        vendor.respond(path, 204, "");
        assertThat(Await.failure(vendor.licenses()))
                .hasMessageContaining("MALFORMED_ANSWER: at $: no content (HTTP 204) where a list of rows is due");
    }

    @Nested
    class Renewals {
        private @Nullable Instant renewal(JsonObject... subscriptions) {
            serve(subscriptions);
            return row().renewal();
        }

        @Test
        void areTheEarliestOfTheCountedSubscriptions() {
            assertThat(renewal(
                            subscription("s-1"),
                            subscription("s-2").put("nextLifecycleDateTime", "2026-12-24T01:00:00+01:00"),
                            subscription("s-3").putNull("nextLifecycleDateTime"),
                            subscription("s-4").put("nextLifecycleDateTime", "2027-06-01T00:00:00Z"),
                            subscription("s-5")
                                    .put("status", "Deleted")
                                    .put("nextLifecycleDateTime", "2026-12-01T00:00:00Z")))
                    .isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"soon", "2027-02-30T00:00:00Z", "2027-01-01"})
        void areUnreportedIfTheTextIsNoTime(String text) {
            assertThat(renewal(subscription("s-1").put("nextLifecycleDateTime", text)))
                    .isNull();
            assertThat(vendor.drifts())
                    .containsExactly("graph subscriptions $.value[*].nextLifecycleDateTime: not a date and time with an"
                            + " offset");
        }
    }

    @Nested
    class Skus {
        private LicenseConsumption row(JsonObject sku) {
            vendor.rows(StubbedGraph.SKUS, sku);
            return SubscribedSkuFixturesTest.this.row();
        }

        @Test
        void haveTheirStates() {
            LicenseConsumption row = row(sku().put(
                            "prepaidUnits",
                            new JsonObject()
                                    .put("enabled", 0)
                                    .put("warning", 12)
                                    .put("suspended", 3)
                                    .put("lockedOut", 1)));
            assertThat(row.tenantTotal()).isEqualTo(Quantity.of(0));
            assertThat(row.states()).isEqualTo(new LapsedLicenses(Quantity.of(12), Quantity.of(3), Quantity.of(1)));
        }

        @Test
        void keepTheirCodeIfTheirNameIsNotInTheTable() {
            assertThat(row(sku().put("skuPartNumber", "BRAND_NEW")).productName())
                    .isEqualTo("BRAND_NEW");
            assertThat(row(sku().put("skuPartNumber", " ")).productName()).isNull();
        }

        @Test
        void ofTheCompanyAreNotAssignable() {
            assertThat(row(sku().put("appliesTo", "Company")).assignable()).isFalse();
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void thatApplyToSomethingElseAreAssignable() {
            assertThat(row(sku().put("appliesTo", "Device")).assignable()).isTrue();
            assertThat(row(sku().putNull("appliesTo")).assignable()).isTrue();
            assertThat(vendor.drifts())
                    .containsExactly(
                            "graph licenses $.value[*].appliesTo: neither User nor Company",
                            "graph licenses $.value[*].appliesTo: missing");
        }

        @Test
        void withoutCountsAreUnreported() {
            LicenseConsumption row = row(sku().putNull("consumedUnits").putNull("prepaidUnits"));
            assertThat(row.assigned()).isEqualTo(Quantity.unreported());
            assertThat(row.tenantTotal()).isEqualTo(Quantity.unreported());
            assertThat(row.states()).isEqualTo(LapsedLicenses.unreported());
        }

        @ParameterizedTest
        @CsvSource({"'\"14\"', 14", "14.0, 14", "-1, ", "2147483647, "})
        void haveCountsInSeveralSpellings(String spelling, @Nullable Long expected) {
            vendor.respond(
                    StubbedGraph.SKUS,
                    200,
                    TestResources.read("graph/subscribed-skus/documented.json")
                            .replace("\"consumedUnits\": 14", "\"consumedUnits\": " + spelling));
            assertThat(rows().get(0).assigned().count().stream().boxed())
                    .isEqualTo(expected == null ? List.of() : List.of(expected));
        }

        @Test
        void withABlankIdAreShownWithoutPurchasedLicenses() {
            vendor.rows(StubbedGraph.SUBSCRIPTIONS);
            vendor.rows(
                    StubbedGraph.SKUS,
                    sku().put("skuId", ""),
                    sku().put("skuId", "").put("consumedUnits", 1));
            assertThat(rows())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.purchased()).isEqualTo(Quantity.unreported()));
        }

        @Test
        void withoutAnIdAreMalformed() {
            JsonObject withoutId = sku();
            withoutId.remove("skuId");
            vendor.rows(StubbedGraph.SKUS, withoutId);
            assertThat(Await.failure(vendor.licenses())).hasMessageContaining("at $.value[0].skuId: missing");
        }

        @Test
        void withOneIdAndDifferentCountsMakeTheListingIncomplete() {
            vendor.rows(StubbedGraph.SKUS, sku(), sku().put("consumedUnits", 1));
            ListingResult<Observed<LicenseConsumption>> listing = Await.listing(vendor.licenses());
            assertThat(listing.rows()).hasSize(1);
            assertThat(listing.failure().map(VendorException::kind)).hasValue(FailureKind.INCOMPLETE_LISTING);
        }
    }

    @Nested
    class Tenants {
        @ParameterizedTest
        @ValueSource(strings = {"4e02f8b6-7c15-4da9-b064-91d3a5c8e7f2", "", "00000000-0000-0000-0000-000000000000"})
        void otherThanTheCustomersAreRefusedBeforeARequest(String tenant) {
            VendorException failure =
                    Await.failure(vendor.connect().licenses().consumption(StubbedGraph.CUSTOMER, new TenantId(tenant)));
            assertThat(failure)
                    .hasMessage("graph subscriptions: INVALID_REQUEST: the tenant must be the customer's own: both ids"
                            + " must be equal");
            assertThat(vendor.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"common", "contoso.example.com", "00000000-0000-0000-0000-000000000000"})
        void thatAreNoGuidAreRefusedBeforeARequest(String tenant) {
            CustomerId customer = new CustomerId(Graph.VENDOR, tenant);
            assertThat(Await.failure(vendor.connect().licenses().consumption(customer, new TenantId(tenant)))
                            .kind())
                    .isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(vendor.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"4e02f8b6-7c15-4da9-b064-91d3a5c8e7f2", "contoso"})
        void ofTheResponseOtherThanTheRequestedOneAreMalformed(String accountId) {
            vendor.rows(StubbedGraph.SKUS, sku().put("accountId", accountId));
            ListingResult<Observed<LicenseConsumption>> listing = Await.listing(vendor.licenses());
            assertThat(listing.rows()).isEmpty();
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining("MALFORMED_ANSWER: at $.value[0].accountId: not the requested tenant");
        }

        @Test
        void ofTheResponseMayBeMissingOrSpelledInAnotherWay() {
            for (String accountId : List.of("", "{" + StubbedGraph.TENANT.toUpperCase(Locale.ROOT) + "}")) {
                vendor.rows(StubbedGraph.SKUS, sku().put("accountId", accountId));
                assertThat(row()).isEqualTo(office(Quantity.of(20), "2027-01-01T00:00:00Z"));
            }
            vendor.rows(StubbedGraph.SKUS, sku().putNull("accountId"));
            assertThat(row()).isEqualTo(office(Quantity.of(20), "2027-01-01T00:00:00Z"));
        }

        @Test
        void mayBeSpelledInAnotherWay() {
            TenantId spelling = new TenantId("{" + StubbedGraph.TENANT + "}");
            assertThat(Await.rows(vendor.connect().licenses().consumption(StubbedGraph.CUSTOMER, spelling)))
                    .hasSize(1);
        }
    }
}
