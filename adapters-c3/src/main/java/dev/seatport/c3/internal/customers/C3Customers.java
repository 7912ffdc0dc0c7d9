package dev.seatport.c3.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Customer directory of C3. Thread-safe. C3 has no request for one customer, so {@link #find} reads the whole listing. */
public final class C3Customers implements CustomerDirectory {
    public static final VendorOperation ALL = ActiveCustomerRequestFactory.ALL;
    public static final VendorOperation ONE = ActiveCustomerRequestFactory.ONE;

    private final VendorClient client;

    public C3Customers(VendorClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(new StreamedCustomersQuery(id), C3Customers::requireOne);
    }

    @Override
    public boolean findReadsListing() {
        return true;
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return client.list(new StreamedCustomersQuery(null));
    }

    /** Returns unreported: C3 has no count, only the listing. */
    @Override
    public CompletionStage<Quantity> count() {
        return CompletableFuture.completedFuture(Quantity.unreported());
    }

    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return client.suspectResponseCount();
    }

    /** Fails if the listing is incomplete: its missing rows may hold the customer, or more of its tenants. */
    private static Customer requireOne(ListingResult<Customer> listing, ResponseContext context) {
        listing.failure().ifPresent(failure -> {
            throw failure;
        });
        return listing.rows().stream().findFirst().orElseThrow(() -> notFound(context));
    }

    private static VendorException notFound(ResponseContext context) {
        return context.failure(FailureKind.NOT_FOUND, "the vendor lists no customer with this id; check the id");
    }
}
