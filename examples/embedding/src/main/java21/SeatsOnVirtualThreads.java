import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.ports.seats.TenantSeatQuery;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Prints the seats of all Microsoft 365 tenants, with a virtual thread per customer. Needs Java 21. */
final class SeatsOnVirtualThreads {
    private static final int MAX_CONCURRENT_CUSTOMERS = 100;

    private SeatsOnVirtualThreads() {}

    public static void main(String[] arguments) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        AvePointOptions options = AvePointOptions.builder(
                        System.getenv("CLIENT_ID"), Secret.of(System.getenv("CLIENT_SECRET")))
                .baseUrl(URI.create(arguments[0]))
                .tokenUrl(URI.create(arguments[1]))
                .build();
        try (AvePoint avePoint = AvePoint.connect(vertx, options)) {
            printAll(avePoint);
        }
        vertx.close();
    }

    // begin: virtual-threads
    /** Blocks until the seats of all customers are printed. */
    private static void printAll(AvePoint avePoint) throws InterruptedException {
        Semaphore permits = new Semaphore(MAX_CONCURRENT_CUSTOMERS);
        ListingResult<Observed<Customer>> customers =
                Listings.await(avePoint.customers().all());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Observed<Customer> customer : customers.rows()) {
                permits.acquire();
                threads.submit(() -> {
                    try {
                        return print(avePoint, customer.value().id());
                    } finally {
                        permits.release();
                    }
                });
            }
        }
        customers.failure().ifPresent(System.err::println);
    }

    private static boolean print(AvePoint avePoint, CustomerId customer) throws InterruptedException {
        var query = TenantSeatQuery.all(customer, TenantKind.MICROSOFT_365);
        ListingResult<Observed<TenantSeats>> seats =
                Listings.await(avePoint.tenantSeats().seats(query));
        seats.rows().forEach(System.out::println);
        seats.failure().ifPresent(System.err::println);
        return seats.failure().isEmpty();
    }
    // end: virtual-threads
}
