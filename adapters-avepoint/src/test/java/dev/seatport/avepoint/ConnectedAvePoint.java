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

/** The adapter in front of a simulated vendor of its own; new for each test. */
final class ConnectedAvePoint implements BeforeEachCallback, AfterEachCallback {
    /** So few rows come on a page that small fleets have several. */
    static final int ROWS_OF_A_PAGE = 2;

    private final SandboxOptions options;
    private final AvePointApiVersion api;
    private final List<Sandbox> started = new ArrayList<>();
    private @Nullable Vertx vertx;
    private @Nullable Sandbox sandbox;
    private @Nullable AvePoint adapter;

    /** One in front of a fleet of that size. */
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

    /** From now on in front of another fleet. */
    AvePoint reconnect(int customers, int tenantsOfFirst) {
        connect(options.withCustomers(customers).withTenantsOfFirstCustomer(tenantsOfFirst));
        return adapter();
    }

    private void connect(SandboxOptions fleet) {
        Sandbox vendor = Sandbox.start(fleet);
        started.add(vendor);
        vendor.quirks(VendorQuirks.none().withMaxPageSize(ROWS_OF_A_PAGE));
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

    /** From now on that goes wrong, and nothing else. */
    void spoil(Fault... faults) {
        sandbox().faults(new FaultPlan(List.of(faults), 1, 0));
    }

    /** What was sent so far, tokens left aside. */
    List<String> requests() {
        return sandbox().requests().stream()
                .filter(request -> !request.path().endsWith("/connect/token"))
                .map(ConnectedAvePoint::text)
                .toList();
    }

    private static String text(ReceivedRequest request) {
        return request.method() + " " + request.path() + "?" + request.query() + " " + request.body();
    }

    /** From now on calls of that kind are not answered. */
    StalledVendor stall(RequestKind calls) {
        spoil(Fault.stall(ByteOffset.start()).at(RequestMatcher.of(calls)));
        return StalledVendor.counting(
                sandbox()::await, () -> requests().size(), () -> sandbox().openConnections());
    }
}
