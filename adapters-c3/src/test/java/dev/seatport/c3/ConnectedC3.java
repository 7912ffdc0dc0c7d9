package dev.seatport.c3;

import dev.seatport.http.spi.Secret;
import dev.seatport.sandbox.ReceivedRequest;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.ByteOffset;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit extension with an adapter and a sandbox, new for each test. */
final class ConnectedC3 implements BeforeEachCallback, AfterEachCallback {
    private final SandboxOptions options;
    private @Nullable Vertx vertx;
    private @Nullable Sandbox sandbox;
    private @Nullable C3 adapter;

    ConnectedC3(int customers, int tenantsOfFirst) {
        this.options = SandboxOptions.defaults().withCustomers(customers).withTenantsOfFirstCustomer(tenantsOfFirst);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        connect(options);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Objects.requireNonNull(vertx).close().await();
        sandbox().close();
    }

    private void connect(SandboxOptions fleet) {
        Sandbox vendor = Sandbox.start(fleet);
        sandbox = vendor;
        adapter = C3.connect(
                Objects.requireNonNull(vertx),
                C3Options.builder(
                                URI.create(vendor.c3BaseUrl()),
                                vendor.c3ClientId(),
                                Secret.of(vendor.c3ClientSecret()),
                                vendor.c3Resource())
                        .tokenUrl(URI.create(vendor.c3TokenUrl()))
                        .build());
    }

    C3 adapter() {
        return Objects.requireNonNull(adapter);
    }

    Sandbox sandbox() {
        return Objects.requireNonNull(sandbox);
    }

    SimulatedFleet fleet() {
        return sandbox().fleet();
    }

    /** Replaces the fault plan of the sandbox. */
    void injectFaults(Fault... faults) {
        sandbox().faults(new FaultPlan(List.of(faults), 1, 0));
    }

    /** Returns the received requests without token requests. */
    List<String> requests() {
        return sandbox().requests().stream()
                .filter(request -> !request.path().endsWith("/oauth2/token"))
                .map(ConnectedC3::text)
                .toList();
    }

    private static String text(ReceivedRequest request) {
        return request.method() + " " + request.path() + "?" + request.query() + " " + request.body();
    }

    /** Leaves requests of this kind without a response. */
    StalledVendor stall(RequestKind calls) {
        injectFaults(Fault.stall(ByteOffset.start()).at(RequestMatcher.of(calls)));
        return StalledVendor.counting(
                sandbox()::await, () -> requests().size(), () -> sandbox().openConnections());
    }
}
