package dev.seatport.c3;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Main class of a process with a small heap. Reads customers and prints the result. */
final class C3SmallHeapProgram {
    private C3SmallHeapProgram() {}

    /**
     * Reads one customer or all customers.
     *
     * @param arguments base URL of the vendor, and optionally the id of one customer
     */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        URI vendor = URI.create(arguments[0]);
        try (C3 c3 = C3.connect(
                vertx,
                C3Options.builder(vendor, "client", Secret.of("secret"), "the-resource")
                        .tokenUrl(vendor.resolve("/token"))
                        .build())) {
            System.out.println(arguments.length == 1 ? all(c3.customers()) : one(c3.customers(), arguments[1]));
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static String all(CustomerDirectory customers) throws Exception {
        ListingResult<Observed<Customer>> listing =
                Listings.collect(customers.all()).toCompletableFuture().get(120, TimeUnit.SECONDS);
        return listing.rows().size() + " "
                + listing.failure().map(failure -> failure.kind().name()).orElse("complete");
    }

    private static String one(CustomerDirectory customers, String id) throws Exception {
        try {
            return customers
                    .find(new CustomerId(C3.VENDOR, id))
                    .toCompletableFuture()
                    .get(120, TimeUnit.SECONDS)
                    .value()
                    .organization()
                    .orElseThrow();
        } catch (ExecutionException e) {
            return e.getCause() instanceof VendorException failure
                    ? failure.kind().name()
                    : String.valueOf(e.getCause());
        }
    }
}
