package dev.seatport.avepoint;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
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
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapter in front of a sandbox, with the expected rows of the fleet. */
final class SandboxedAvePoint implements AutoCloseable {
    static final List<TenantKind> KINDS =
            List.of(TenantKind.MICROSOFT_365, TenantKind.SALESFORCE, TenantKind.GOOGLE, TenantKind.DYNAMICS_365);
    private static final List<CustomerServiceStatus> STATUSES = List.of(
            CustomerServiceStatus.NOT_AVAILABLE,
            CustomerServiceStatus.WORKING,
            CustomerServiceStatus.FAILED,
            CustomerServiceStatus.WAITING_FOR_CONFIGURATION,
            CustomerServiceStatus.MULTIPLE_ISSUES,
            CustomerServiceStatus.FINISHED_WITH_EXCEPTION,
            CustomerServiceStatus.NO_BACKUP_UPDATES);
    private static final List<String> STATUS_TEXTS = List.of(
            "N/A",
            "Working",
            "Failed",
            "Waiting for configuration",
            "Multiple issues found",
            "Finished with exception",
            "No backup updates");

    private final Sandbox sandbox;
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    private SandboxedAvePoint(SandboxOptions options) {
        this.sandbox = Sandbox.start(options);
    }

    static SandboxedAvePoint start(int customers, int tenantsOfFirst) {
        return new SandboxedAvePoint(
                SandboxOptions.defaults().withCustomers(customers).withTenantsOfFirstCustomer(tenantsOfFirst));
    }

    AvePoint connect(AvePointApiVersion api) {
        return AvePoint.connect(vertx, options().api(api).build());
    }

    /** Connects a client whose backoff is short enough for a test. */
    AvePoint connectWithShortBackoff(AvePointApiVersion api) {
        return AvePoint.connect(
                vertx, options().api(api).limits(shortBackoff().build()).build());
    }

    AvePoint connect(ClientLimits limits) {
        return AvePoint.connect(vertx, options().limits(limits).build());
    }

    static ClientLimits.Builder shortBackoff() {
        return ClientLimits.builder().maxBackoff(Duration.ofMillis(20));
    }

    private AvePointOptions.Builder options() {
        return AvePointOptions.builder(sandbox.avePointClientId(), Secret.of(sandbox.avePointClientSecret()))
                .baseUrl(URI.create(sandbox.avePointBaseUrl()))
                .tokenUrl(URI.create(sandbox.avePointTokenUrl()))
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

    RecordingListener callListener() {
        return callListener;
    }

    List<ReceivedRequest> requests() {
        return sandbox.requests();
    }

    List<ReceivedRequest> calls() {
        return requests().stream().filter(request -> !isToken(request)).toList();
    }

    /** Returns the scopes of the received token requests. */
    List<String> scopes() {
        return requests().stream()
                .filter(SandboxedAvePoint::isToken)
                .map(request -> field(request.body(), "scope"))
                .toList();
    }

    private static boolean isToken(ReceivedRequest request) {
        return request.path().endsWith("/connect/token");
    }

    private static String field(String form, String name) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    static CustomerId id(SimulatedCustomer customer) {
        return new CustomerId(AvePoint.VENDOR, customer.avePointId());
    }

    /** Returns the expected customer of the batch. */
    static Customer inBatch(SimulatedCustomer customer) {
        return builder(customer)
                .tenants(customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream()
                        .map(tenant -> new Tenant(new TenantId(tenant.id()), tenant.name(), TenantKind.UNKNOWN))
                        .toList())
                .build();
    }

    /** Returns the expected customer of the older API. */
    static Customer inOlderApi(SimulatedCustomer customer) {
        return builder(customer).build();
    }

    private static Customer.Builder builder(SimulatedCustomer customer) {
        return Customer.builder(id(customer))
                .organization(customer.organization())
                .ownerEmail(customer.ownerEmail())
                .status(STATUSES.get(customer.jobStatusCode()), STATUS_TEXTS.get(customer.jobStatusCode()))
                .country(customer.country());
    }

    /** Returns the expected seats of all tenants of a kind. */
    static List<TenantSeats> seats(SimulatedCustomer customer, TenantKind kind) {
        return customer.tenantsOfKind(KINDS.indexOf(kind)).stream()
                .map(tenant -> new TenantSeats(
                        id(customer),
                        new Tenant(new TenantId(tenant.id()), tenant.name(), kind),
                        quantity(tenant.assignedSeats()),
                        quantity(tenant.availableSeats())))
                .toList();
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
