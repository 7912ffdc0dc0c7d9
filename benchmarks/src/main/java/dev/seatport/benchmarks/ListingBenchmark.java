package dev.seatport.benchmarks;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.Secret;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.listing.Listings;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Rows a second of a tenant listing through the port, over HTTP, against the sandbox in the same process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ListingBenchmark {
    private static final int TENANTS = 1_000;

    private @Nullable Sandbox sandbox;
    private @Nullable Vertx vertx;
    private @Nullable AvePoint avePoint;
    private @Nullable TenantSeatQuery query;

    @Setup
    public void connect() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(1).withTenantsOfFirstCustomer(TENANTS));
        vertx = Vertx.vertx();
        avePoint = AvePoint.connect(
                vertx,
                AvePointOptions.builder(sandbox.avePointClientId(), Secret.of(sandbox.avePointClientSecret()))
                        .baseUrl(URI.create(sandbox.avePointBaseUrl()))
                        .tokenUrl(URI.create(sandbox.avePointTokenUrl()))
                        .build());
        CustomerId customer =
                new CustomerId(AvePoint.VENDOR, sandbox.fleet().customer(0).avePointId());
        query = TenantSeatQuery.all(customer, TenantKind.MICROSOFT_365);
    }

    @TearDown
    public void close() throws ExecutionException, InterruptedException {
        Objects.requireNonNull(avePoint).close();
        Objects.requireNonNull(vertx)
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        Objects.requireNonNull(sandbox).close();
    }

    /** All rows, gathered. A run that lost some is no measurement. */
    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public Listing<Observed<TenantSeats>> rows() throws InterruptedException {
        Listing<Observed<TenantSeats>> listing =
                Listings.await(Objects.requireNonNull(avePoint).tenantSeats().seats(Objects.requireNonNull(query)));
        if (!listing.complete() || listing.rows().size() != TENANTS) {
            throw new IllegalStateException("the listing is not whole");
        }
        return listing;
    }
}
