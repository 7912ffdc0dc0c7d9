package dev.seatport.c3;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.Secret;
import dev.seatport.sandbox.ReceivedRequest;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapter in front of a sandbox, with the expected rows of the fleet. */
final class SandboxedC3 implements AutoCloseable {
    private final Sandbox sandbox;
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    private SandboxedC3(SandboxOptions options) {
        this.sandbox = Sandbox.start(options);
    }

    static SandboxedC3 start(int customers, int tenantsOfFirst) {
        return new SandboxedC3(
                SandboxOptions.defaults().withCustomers(customers).withTenantsOfFirstCustomer(tenantsOfFirst));
    }

    C3 connect() {
        return connect(sandbox.c3Resource());
    }

    C3 connect(String resource) {
        return C3.connect(vertx, options(resource).build());
    }

    /** Connects a client whose backoff is short enough for a test. */
    C3 connectWithShortBackoff(int attempts) {
        ClientLimits shortBackoff = ClientLimits.builder()
                .attempts(attempts)
                .maxBackoff(Duration.ofMillis(20))
                .build();
        return C3.connect(
                vertx, options(sandbox.c3Resource()).limits(shortBackoff).build());
    }

    private C3Options.Builder options(String resource) {
        return C3Options.builder(
                        URI.create(sandbox.c3BaseUrl()),
                        sandbox.c3ClientId(),
                        Secret.of(sandbox.c3ClientSecret()),
                        resource)
                .tokenUrl(URI.create(sandbox.c3TokenUrl()))
                .callListener(callListener);
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

    /** Makes the requests fail with the status. A 429 has a Retry-After above the maximum backoff. */
    void fail(int status, RequestMatcher calls) {
        Fault fault = Fault.status(status).at(calls);
        sandbox.faults(FaultPlan.none().with(status == 429 ? fault.retryAfter("121") : fault));
    }

    /** Closes the event loops and connections of the clients. The sandbox keeps running. */
    void closeClients() {
        vertx.close().await();
    }

    void reset() {
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
        sandbox.quirks(VendorQuirks.none());
        sandbox.clearRequests();
        callListener.clear();
    }

    SimulatedFleet fleet() {
        return sandbox.fleet();
    }

    void quirks(VendorQuirks value) {
        sandbox.quirks(value);
    }

    List<String> drifts() {
        return callListener.driftTexts();
    }

    List<ReceivedRequest> requests() {
        return sandbox.requests();
    }

    List<ReceivedRequest> calls() {
        return requests().stream()
                .filter(request -> !request.path().endsWith("/oauth2/token"))
                .toList();
    }

    /** Returns the customers of C3 in its order. */
    List<SimulatedCustomer> c3Customers() {
        return fleet().customers().stream()
                .filter(customer -> !customer.accounts().isEmpty())
                .toList();
    }

    static CustomerId id(SimulatedCustomer customer) {
        return new CustomerId(C3.VENDOR, customer.accounts().get(0).c3CustomerId());
    }

    /** Returns the expected customer. */
    static Customer customer(SimulatedCustomer customer) {
        SimulatedC3Customer first = customer.accounts().get(0);
        return Customer.builder(id(customer))
                .organization(first.name())
                .statusText(first.onboardStatus())
                .country(first.marketCode())
                .tenants(customer.accounts().stream()
                        .map(account -> new Tenant(
                                new TenantId(account.tenantId()),
                                account.tenantName(),
                                TenantKind.MICROSOFT_365,
                                deletedAt(account)))
                        .toList())
                .deletedAt(deletedAt(first))
                .build();
    }

    private static @Nullable Instant deletedAt(SimulatedC3Customer account) {
        String date = account.deletedOn();
        return date == null ? null : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
    }

    static Quantity quantity(@Nullable Long count) {
        return count == null ? Quantity.unreported() : Quantity.of(count);
    }

    @Override
    public void close() {
        vertx.close().await();
        sandbox.close();
    }
}
