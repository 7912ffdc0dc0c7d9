package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.SandboxedGraph.LicenseRow;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphSandboxTest {
    private SandboxedGraph vendor;

    @BeforeAll
    void start() {
        vendor = SandboxedGraph.start(237);
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private static Flow.Publisher<Observed<LicenseConsumption>> licenses(Graph graph, SimulatedGraphTenant tenant) {
        return graph.licenses().consumption(SandboxedGraph.id(tenant), new TenantId(tenant.tenantId()));
    }

    private static List<LicenseRow> licenseRows(Graph graph, SimulatedGraphTenant tenant) {
        return Await.rows(licenses(graph, tenant)).stream().map(LicenseRow::of).toList();
    }

    @Nested
    class Customers {
        private List<Customer> truth() {
            return vendor.tenants().stream().map(SandboxedGraph::customer).toList();
        }

        @Test
        void areTheTenantsOfTheContractsInOrder() {
            assertThat(Await.rows(vendor.connect().customers().all()))
                    .hasSizeGreaterThan(200)
                    .isEqualTo(truth());
            assertThat(vendor.callListener().driftTexts()).isEmpty();
            assertThat(vendor.sandbox().statistics().of(RequestKind.TOKEN).received())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 7, 100})
        void areCompleteWithEmptyPagesBetweenOthers(int pageSize) {
            vendor.sandbox().quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(pageSize));
            assertThat(Await.rows(vendor.connect().customers().all())).isEqualTo(truth());
        }

        @Test
        void areCompleteAfterTokensExpireEarly() {
            vendor.sandbox().quirks(VendorQuirks.none().withMaxPageSize(20));
            vendor.faults("token-dies=2calls");
            assertThat(Await.rows(vendor.connect().customers().all())).isEqualTo(truth());
            assertThat(vendor.sandbox().statistics().of(RequestKind.TOKEN).received())
                    .isGreaterThan(5);
        }

        @Test
        void areFoundInAnyLetterCase() {
            Graph graph = vendor.connect();
            for (SimulatedGraphTenant tenant : vendor.tenants().subList(0, 10)) {
                CustomerId id = new CustomerId(Graph.VENDOR, tenant.tenantId().toUpperCase(Locale.ROOT));
                assertThat(Await.value(graph.customers().find(id))).isEqualTo(SandboxedGraph.customer(tenant));
            }
        }

        @Test
        void withoutAContractAreNotFound() {
            CustomerId unknown = new CustomerId(Graph.VENDOR, "5f2d9c1e-7a40-4b83-9c66-0d1e84f7a23b");
            assertThat(Await.failure(vendor.connect().customers().find(unknown)).kind())
                    .isEqualTo(FailureKind.NOT_FOUND);
        }

        @ParameterizedTest
        @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "500, UNAVAILABLE"})
        void failWithTheKindOfTheHttpStatus(int status, FailureKind kind) {
            vendor.faults(status + ":path=customers");
            VendorException failure =
                    Await.failure(vendor.connectWithShortBackoff(2).customers().all());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.correlationId()).isPresent();
        }

        @ParameterizedTest
        @ValueSource(strings = {"503:page=3", "html:page=3", "json-cut:page=3", "truncate:page=3"})
        void endWithAFailureAtAPageThatCannotBeRead(String plan) {
            vendor.sandbox().quirks(VendorQuirks.none().withMaxPageSize(20));
            vendor.faults(plan);
            ListingResult<Observed<Customer>> listing =
                    Await.listing(vendor.connectWithShortBackoff(2).customers().all());
            assertThat(listing.failure()).isPresent();
            assertThat(Await.values(listing))
                    .isEqualTo(truth().subList(0, listing.rows().size()));
            assertThat(listing.rows()).hasSizeBetween(30, 40);
        }

        @Test
        void areDeliveredOnceIfAPageComesAgain() {
            vendor.sandbox().quirks(VendorQuirks.none().withMaxPageSize(20));
            vendor.faults("same-page:page=3");
            assertThat(Await.values(Await.listing(vendor.connect().customers().all())))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(truth());
        }
    }

    @Nested
    class Licenses {
        @Test
        void matchTheFleet() {
            Graph graph = vendor.connect();
            for (SimulatedGraphTenant tenant : vendor.tenants().subList(0, 60)) {
                if (tenant.hasConsent()) {
                    assertThat(licenseRows(graph, tenant)).isEqualTo(SandboxedGraph.licenses(tenant));
                }
            }
            // Some tenants lack these two counts.
            assertThat(vendor.callListener().driftTexts())
                    .containsExactlyInAnyOrder(
                            "graph licenses $.value[*].consumedUnits: no count",
                            "graph licenses $.value[*].prepaidUnits.enabled: no count");
        }

        @Test
        void haveUnreportedPurchasesIfTheSubscriptionsAreRefused() {
            SimulatedGraphTenant tenant = vendor.tenantWith(CustomerTrait.GRAPH_SUBSCRIPTIONS_REFUSED);
            assertThat(licenseRows(vendor.connect(), tenant))
                    .isNotEmpty()
                    .isEqualTo(SandboxedGraph.licenses(tenant))
                    .allSatisfy(row -> assertThat(row.purchased().isReported()).isFalse());
        }

        @Test
        void areCompleteWithOneSubscriptionPerPageAndEmptyPages() {
            vendor.sandbox().quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(1));
            SimulatedGraphTenant tenant = vendor.tenantWith(CustomerTrait.GRAPH_COMPANY_AND_FREE_SKUS);
            assertThat(licenseRows(vendor.connect(), tenant)).isEqualTo(SandboxedGraph.licenses(tenant));
        }

        @Test
        void failWithoutConsentInTheTenantOnly() {
            Graph graph = vendor.connect();
            SimulatedGraphTenant refused = vendor.tenantWith(CustomerTrait.GRAPH_CONSENT_MISSING);
            VendorException failure = Await.failure(licenses(graph, refused));
            assertThat(failure.kind()).isEqualTo(FailureKind.PERMISSION_DENIED);
            assertThat(failure.audience()).hasValue(refused.tenantId());
            assertThat(failure).hasMessageContaining("700016");
            SimulatedGraphTenant permitted = vendor.tenantWith(CustomerTrait.NONE);
            assertThat(licenseRows(graph, permitted)).isEqualTo(SandboxedGraph.licenses(permitted));
        }

        @Test
        void failForATenantThatDoesNotExist() {
            String unknown = "5f2d9c1e-7a40-4b83-9c66-0d1e84f7a23b";
            VendorException failure = Await.failure(vendor.connect()
                    .licenses()
                    .consumption(new CustomerId(Graph.VENDOR, unknown), new TenantId(unknown)));
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(failure).hasMessageContaining("90002");
        }

        @Test
        void failForAThrottledTenantAndAreReadForAnother() {
            SimulatedGraphTenant throttled = vendor.tenantWith(CustomerTrait.NONE);
            SimulatedGraphTenant other = vendor.tenantWith(CustomerTrait.LETTER_CASE);
            vendor.faults("429:path=licenses,retry-after=1,customer=" + throttled.tenantId());
            Graph graph = vendor.connectWithShortBackoff(1);
            VendorException failure = Await.failure(licenses(graph, throttled));
            assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
            assertThat(failure.audience()).hasValue(throttled.tenantId());
            assertThat(licenseRows(graph, other)).isEqualTo(SandboxedGraph.licenses(other));
        }

        @Test
        void ofAThrottledTenantAreReadAfterTheWait() {
            SimulatedGraphTenant throttled = vendor.tenantWith(CustomerTrait.NONE);
            vendor.faults("429:path=licenses,customer=" + throttled.tenantId() + ",retry-after=1,next=1");
            assertThat(licenseRows(vendor.connect(), throttled)).isEqualTo(SandboxedGraph.licenses(throttled));
        }
    }
}
