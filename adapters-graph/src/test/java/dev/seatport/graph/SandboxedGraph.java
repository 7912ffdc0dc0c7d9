package dev.seatport.graph;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.Secret;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedGraphLicense;
import dev.seatport.sandbox.fleet.SimulatedGraphSubscription;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapter in front of a sandbox, with the expected rows of the fleet. */
final class SandboxedGraph implements AutoCloseable {
    private final Sandbox sandbox;
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    private SandboxedGraph(SandboxOptions options) {
        this.sandbox = Sandbox.start(options);
    }

    static SandboxedGraph start(int customers) {
        return new SandboxedGraph(SandboxOptions.defaults().withCustomers(customers));
    }

    Graph connect() {
        return Graph.connect(vertx, options().build());
    }

    /** Connects a client whose backoff is short enough for a test. */
    Graph connectWithShortBackoff(int attempts) {
        ClientLimits shortBackoff = ClientLimits.builder()
                .attempts(attempts)
                .maxBackoff(Duration.ofMillis(20))
                .build();
        return Graph.connect(vertx, options().limits(shortBackoff).build());
    }

    private GraphOptions.Builder options() {
        return GraphOptions.builder(
                        sandbox.graphPartnerTenant(), sandbox.graphClientId(), Secret.of(sandbox.graphClientSecret()))
                .baseUrl(URI.create(sandbox.graphBaseUrl()))
                .loginUrl(URI.create(sandbox.graphLoginUrl()))
                .callListener(callListener);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    RecordingListener callListener() {
        return callListener;
    }

    /** Replaces the fault plan, and resets the statistics and the listener. */
    void faults(String plan) {
        callListener.clear();
        sandbox.resetStatistics();
        sandbox.faults(FaultPlan.parse(plan));
    }

    void reset() {
        sandbox.faults(FaultPlan.none());
        sandbox.quirks(VendorQuirks.none());
        sandbox.resetStatistics();
        sandbox.clearRequests();
        callListener.clear();
    }

    /** Closes the event loops and connections of the clients. The sandbox keeps running. */
    void closeClients() {
        vertx.close().await();
    }

    /** Returns the tenants of Graph in its order. */
    List<SimulatedGraphTenant> tenants() {
        return sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.graphTenants().stream())
                .toList();
    }

    SimulatedGraphTenant tenantWith(CustomerTrait trait) {
        return sandbox.fleet().firstWith(trait).orElseThrow().graphTenants().get(0);
    }

    static CustomerId id(SimulatedGraphTenant tenant) {
        return new CustomerId(Graph.VENDOR, tenant.tenantId());
    }

    /** Returns the expected customer. */
    static Customer customer(SimulatedGraphTenant tenant) {
        return Customer.builder(id(tenant))
                .organization(tenant.displayName())
                .tenants(List.of(new Tenant(
                        new TenantId(tenant.tenantId()), tenant.defaultDomainName(), TenantKind.MICROSOFT_365)))
                .build();
    }

    /** Row without its product name, which is a part of the adapter. */
    record LicenseRow(
            String sku,
            Quantity purchased,
            Quantity assigned,
            Quantity available,
            Quantity tenantTotal,
            @Nullable LapsedLicenses states,
            boolean assignable,
            @Nullable Instant renewal) {
        static LicenseRow of(LicenseConsumption row) {
            return new LicenseRow(
                    row.sku().value(),
                    row.purchased(),
                    row.assigned(),
                    row.available(),
                    row.tenantTotal(),
                    row.states(),
                    row.assignable(),
                    row.renewal());
        }

        private static LicenseRow of(SimulatedGraphTenant tenant, SimulatedGraphLicense license) {
            return new LicenseRow(
                    license.skuId(),
                    tenant.permitsSubscriptions() ? Quantity.of(license.purchased()) : Quantity.unreported(),
                    quantity(license.consumed()),
                    Quantity.unreported(),
                    quantity(license.enabled()),
                    new LapsedLicenses(
                            Quantity.of(license.warning()),
                            Quantity.of(license.suspended()),
                            Quantity.of(license.lockedOut())),
                    license.assignable(),
                    tenant.permitsSubscriptions() ? renewal(license) : null);
        }

        private static @Nullable Instant renewal(SimulatedGraphLicense license) {
            return license.subscriptions().stream()
                    .filter(SimulatedGraphSubscription::isPurchasedThroughPartner)
                    .map(subscription -> Instant.parse(subscription.nextLifecycleDateTime()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** Returns the expected rows of a tenant. */
    static List<LicenseRow> licenses(SimulatedGraphTenant tenant) {
        return tenant.licenses().stream()
                .map(license -> LicenseRow.of(tenant, license))
                .toList();
    }

    private static Quantity quantity(@Nullable Long count) {
        return count == null ? Quantity.unreported() : Quantity.of(count);
    }

    @Override
    public void close() {
        vertx.close().await();
        sandbox.close();
    }
}
