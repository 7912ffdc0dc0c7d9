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
import dev.seatport.sandbox.fleet.SimulatedAccount;
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

/** The adapter in front of the simulated vendor, and what the fleet says that it must deliver. */
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

    /** A client whose waits are short enough for a test. */
    C3 connectInHaste(int attempts) {
        ClientLimits haste = ClientLimits.builder()
                .attempts(attempts)
                .maxBackoff(Duration.ofMillis(20))
                .build();
        return C3.connect(vertx, options(sandbox.c3Resource()).limits(haste).build());
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

    /** From now on this goes wrong; the counts and the watcher begin anew. */
    void faults(String plan) {
        callListener.forget();
        sandbox.resetStatistics();
        sandbox.faults(FaultPlan.parse(plan));
    }

    /** From now on those calls are answered with that status; a 429 asks for a longer wait than a client takes. */
    void fail(int status, RequestMatcher calls) {
        Fault fault = Fault.status(status).at(calls);
        sandbox.faults(FaultPlan.none().with(status == 429 ? fault.retryAfter("121") : fault));
    }

    /** Ends the client's event loops and connections, not the vendor. */
    void closeClients() {
        vertx.close().await();
    }

    void reset() {
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
        sandbox.quirks(VendorQuirks.none());
        sandbox.forgetRequests();
        callListener.forget();
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

    /** The customers that C3 knows, in its order. */
    List<SimulatedCustomer> known() {
        return fleet().customers().stream()
                .filter(customer -> !customer.accounts().isEmpty())
                .toList();
    }

    static CustomerId id(SimulatedCustomer customer) {
        return new CustomerId(C3.VENDOR, customer.accounts().get(0).c3CustomerId());
    }

    /** What a customer that C3 knows must come to. */
    static Customer customer(SimulatedCustomer customer) {
        SimulatedAccount first = customer.accounts().get(0);
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

    private static @Nullable Instant deletedAt(SimulatedAccount account) {
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
