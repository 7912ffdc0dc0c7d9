package dev.seatport.avepoint;

import dev.seatport.http.spi.Secret;
import dev.seatport.sandbox.ReceivedRequest;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.ByteOffset;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit extension with an adapter and a sandbox, new for each test. */
final class ConnectedAvePoint implements BeforeEachCallback, AfterEachCallback {
    /** Page size, in rows: small enough for several pages of a small fleet. */
    static final int ROWS_PER_PAGE = 2;

    private final SandboxOptions options;
    private final AvePointApiVersion api;
    private final List<Sandbox> started = new ArrayList<>();
    private @Nullable Vertx vertx;
    private @Nullable Sandbox sandbox;
    private @Nullable AvePoint adapter;

    ConnectedAvePoint(int customers, int tenantsOfFirst, AvePointApiVersion api) {
        this.options = SandboxOptions.defaults().withCustomers(customers).withTenantsOfFirstCustomer(tenantsOfFirst);
        this.api = api;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        connect(options);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Objects.requireNonNull(vertx).close().await();
        started.forEach(Sandbox::close);
        started.clear();
    }

    /** Connects to a sandbox with another fleet. */
    AvePoint reconnect(int customers, int tenantsOfFirst) {
        connect(options.withCustomers(customers).withTenantsOfFirstCustomer(tenantsOfFirst));
        return adapter();
    }

    private void connect(SandboxOptions fleet) {
        Sandbox vendor = Sandbox.start(fleet);
        started.add(vendor);
        vendor.quirks(VendorQuirks.none().withMaxPageSize(ROWS_PER_PAGE));
        sandbox = vendor;
        adapter = AvePoint.connect(
                Objects.requireNonNull(vertx),
                AvePointOptions.builder(vendor.avePointClientId(), Secret.of(vendor.avePointClientSecret()))
                        .baseUrl(URI.create(vendor.avePointBaseUrl()))
                        .tokenUrl(URI.create(vendor.avePointTokenUrl()))
                        .api(api)
                        .build());
    }

    AvePoint adapter() {
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
                .filter(request -> !request.path().endsWith("/connect/token"))
                .map(ConnectedAvePoint::text)
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
