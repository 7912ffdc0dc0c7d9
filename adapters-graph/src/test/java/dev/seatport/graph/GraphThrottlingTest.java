package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.RateLimitStatus;
import dev.seatport.http.spi.RateLimitStatus.Scope;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.wait.Await;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class GraphThrottlingTest {
    @ParameterizedTest
    @CsvSource({
        "Tenant_Application/Read/client, AUDIENCE",
        "Tenant/Read/client, AUDIENCE",
        "Application/Read/client, CLIENT",
        "Something/Else, CLIENT",
        ", CLIENT"
    })
    void scopeIsThatOfTheHeader(@Nullable String scope, Scope expected) {
        Map<String, @Nullable String> headers = new HashMap<>();
        headers.put("x-ms-throttle-scope", scope);
        headers.put("x-ms-throttle-limit-percentage", "0.85");
        RateLimitStatus status = GraphResponseConventions.rateLimitParser().parse(headers::get);
        assertThat(status.scope()).isEqualTo(expected);
        assertThat(status.isNearLimit()).isTrue();
    }

    @Test
    void throttledTenantDoesNotHoldOthers() {
        try (SandboxedGraph vendor = SandboxedGraph.start(10);
                Graph graph = vendor.connect(4)) {
            List<SimulatedGraphTenant> tenants = vendor.tenants().stream()
                    .filter(SimulatedGraphTenant::hasConsent)
                    .toList();
            SimulatedGraphTenant throttled = tenants.get(0);
            // The longest wait that the client accepts, and longer than the rest of a call.
            vendor.faults("429:vendor=graph,path=subscriptions,customer=" + throttled.tenantId() + ",retry-after=120");

            assertThat(Await.failure(licenses(graph, throttled)).kind()).isEqualTo(FailureKind.RATE_LIMITED);

            tenants.subList(1, tenants.size())
                    .forEach(tenant -> assertThat(Await.rows(licenses(graph, tenant)))
                            .extracting(SandboxedGraph::unnamed)
                            .containsExactlyElementsOf(SandboxedGraph.licenses(tenant)));
        }
    }

    private static Flow.Publisher<Observed<LicenseConsumption>> licenses(Graph graph, SimulatedGraphTenant tenant) {
        return graph.licenses().consumption(SandboxedGraph.id(tenant), new TenantId(tenant.tenantId()));
    }
}
