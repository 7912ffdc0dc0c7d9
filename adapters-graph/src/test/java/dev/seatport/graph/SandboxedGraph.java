package dev.seatport.graph;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.Secret;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.SimulatedGraphLicense;
import dev.seatport.sandbox.fleet.SimulatedGraphSubscription;
import dev.seatport.sandbox.fleet.SimulatedGraphSubscription.Owner;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapter in front of a sandbox, with the expected rows of the fleet. */
final class SandboxedGraph implements AutoCloseable {
    private final Sandbox sandbox;
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    private SandboxedGraph(int customers) {
        this.sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(customers));
    }

    static SandboxedGraph start(int customers) {
        return new SandboxedGraph(customers);
    }

    /** Connects a client whose backoff is short enough for a test. */
    Graph connect(int attempts) {
        return Graph.connect(
                vertx,
                GraphOptions.builder(
                                sandbox.graphPartnerTenant(),
                                sandbox.graphClientId(),
                                Secret.of(sandbox.graphClientSecret()))
                        .baseUrl(URI.create(sandbox.graphBaseUrl()))
                        .loginUrl(URI.create(sandbox.graphLoginUrl()))
                        .callListener(callListener)
                        .limits(ClientLimits.builder()
                                .attempts(attempts)
                                .maxBackoff(Duration.ofMillis(20))
                                .build())
                        .build());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Replaces the fault plan, and resets the statistics and the listener. */
    void faults(String plan) {
        callListener.clear();
        sandbox.resetStatistics();
        sandbox.faults(FaultPlan.parse(plan));
    }

    List<String> drifts() {
        return callListener.driftTexts();
    }

    /** Returns the tenants in the order of their contracts. */
    List<SimulatedGraphTenant> tenants() {
        return sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.graphTenants().stream())
                .toList();
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

    /** Returns the expected rows of a tenant without their product names. */
    static List<LicenseConsumption> licenses(SimulatedGraphTenant tenant) {
        return tenant.licenses().stream()
                .map(license -> license(tenant, license))
                .toList();
    }

    private static LicenseConsumption license(SimulatedGraphTenant tenant, SimulatedGraphLicense license) {
        boolean permitted = tenant.permitsSubscriptions();
        return new LicenseConsumption(
                id(tenant),
                new TenantId(tenant.tenantId()),
                new SkuId(license.skuId()),
                null,
                permitted ? Quantity.of(license.purchased()) : Quantity.unreported(),
                quantity(license.consumed()),
                Quantity.unreported(),
                quantity(license.enabled()),
                new LapsedLicenses(
                        Quantity.of(license.warning()),
                        Quantity.of(license.suspended()),
                        Quantity.of(license.lockedOut())),
                license.assignable(),
                List.of(),
                permitted ? renewal(license) : null);
    }

    private static @Nullable Instant renewal(SimulatedGraphLicense license) {
        return license.subscriptions().stream()
                .filter(subscription -> subscription.owner() == Owner.PARTNER && !subscription.isTrial())
                .filter(subscription -> List.of("Enabled", "Warning").contains(subscription.status()))
                .map(SimulatedGraphSubscription::nextLifecycleDateTime)
                .map(Instant::parse)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Quantity quantity(@Nullable Long count) {
        return count == null ? Quantity.unreported() : Quantity.of(count);
    }

    /** Returns a row without its product name. */
    static LicenseConsumption unnamed(LicenseConsumption row) {
        return new LicenseConsumption(
                row.customer(),
                row.tenant(),
                row.sku(),
                null,
                row.purchased(),
                row.assigned(),
                row.available(),
                row.tenantTotal(),
                row.states(),
                row.assignable(),
                row.offers(),
                row.renewal());
    }

    /** Closes the event loops and connections of the clients. The sandbox keeps running. */
    void closeClients() {
        vertx.close().await();
    }

    @Override
    public void close() {
        closeClients();
        sandbox.close();
    }
}
