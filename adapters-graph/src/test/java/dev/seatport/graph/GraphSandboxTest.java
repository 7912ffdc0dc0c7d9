package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Customers and licenses of a whole fleet, compared with its data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class GraphSandboxTest {
    private static final int CUSTOMERS = 150;

    private SandboxedGraph vendor;
    private Graph graph;

    @BeforeAll
    void start() {
        vendor = SandboxedGraph.start(CUSTOMERS);
        graph = vendor.connect(4);
    }

    @BeforeEach
    void reset() {
        vendor.faults("");
        vendor.sandbox().quirks(VendorQuirks.none());
    }

    @AfterAll
    void stop() {
        graph.close();
        vendor.close();
    }

    private List<Customer> truth() {
        return vendor.tenants().stream().map(SandboxedGraph::customer).toList();
    }

    private Flow.Publisher<Observed<LicenseConsumption>> licenses(SimulatedGraphTenant tenant) {
        return graph.licenses().consumption(SandboxedGraph.id(tenant), new TenantId(tenant.tenantId()));
    }

    private void assertLicensesOfTheFleet() {
        for (SimulatedGraphTenant tenant : vendor.tenants()) {
            if (tenant.hasConsent()) {
                assertThat(Await.rows(licenses(tenant)))
                        .extracting(SandboxedGraph::unnamed)
                        .containsExactlyElementsOf(SandboxedGraph.licenses(tenant));
            }
        }
        assertThat(vendor.drifts())
                .allSatisfy(drift -> assertThat(drift).matches(".*: (no count|a text where a number is due)"));
    }

    @Test
    void customersAreThoseOfTheFleetAlsoIfTheyHaveSeveralContracts() {
        assertThat(vendor.tenants()).anyMatch(tenant -> tenant.contractTypes().size() > 1);
        assertThat(Await.rows(graph.customers().all())).containsExactlyElementsOf(truth());
        assertThat(vendor.drifts()).isEmpty();
    }

    @Test
    void customersAreTheSameOnShortAndOnEmptyPages() {
        vendor.sandbox().quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(7));
        assertThat(Await.rows(graph.customers().all())).containsExactlyElementsOf(truth());
    }

    @Test
    void eachCustomerIsFound() {
        for (SimulatedGraphTenant tenant : vendor.tenants().subList(0, 20)) {
            assertThat(Await.value(graph.customers().find(SandboxedGraph.id(tenant))))
                    .isEqualTo(SandboxedGraph.customer(tenant));
        }
    }

    @Test
    void licensesAreThoseOfTheFleet() {
        assertThat(vendor.tenants()).anyMatch(tenant -> !tenant.permitsSubscriptions());
        assertLicensesOfTheFleet();
    }

    @Test
    void licensesAreTheSameOnShortPagesWithNumbersAsTexts() {
        vendor.sandbox()
                .quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS, Quirk.EMPTY_LINKED_PAGES)
                        .withMaxPageSize(1));
        assertLicensesOfTheFleet();
    }

    @Test
    void tenantsWithoutConsentFailAndAreNamed() {
        SimulatedGraphTenant without = vendor.tenants().stream()
                .filter(tenant -> !tenant.hasConsent())
                .findFirst()
                .orElseThrow();
        VendorException failure = Await.failure(licenses(without));
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMISSION_DENIED);
        assertThat(failure.audience()).hasValue(without.tenantId());
    }

    @Test
    void unknownTenantsAreNotFound() {
        TenantId unknown = new TenantId("0a1b2c3d-0000-4000-8000-00000000000e");
        assertThat(Await.failure(graph.acquireToken(unknown)).kind()).isEqualTo(FailureKind.NOT_FOUND);
    }
}
