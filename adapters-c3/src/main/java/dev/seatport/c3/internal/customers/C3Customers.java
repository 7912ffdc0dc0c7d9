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
import dev.seatport.ports.listing.Listing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The customers of a partner, from C3: its only call lists them all, so one is looked for in that listing. */
public final class C3Customers implements CustomerDirectory {
    public static final VendorOperation ALL = CustomerEndpoint.ALL;
    public static final VendorOperation ONE = CustomerEndpoint.ONE;

    private final VendorClient client;

    public C3Customers(VendorClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        return client.fetch(new ActiveCustomersQuery(id), C3Customers::pick);
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return client.list(new ActiveCustomersQuery(null));
    }

    /** C3 tells no count but the listing itself. */
    @Override
    public CompletionStage<Quantity> count() {
        return CompletableFuture.completedFuture(Quantity.unreported());
    }

    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return client.suspectResponseCount();
    }

    /** In a listing that broke off, the customer may be among the rest, or more of its tenants. */
    private static Customer pick(Listing<Customer> listing, ResponseContext answer) {
        listing.failure().ifPresent(broken -> {
            throw broken;
        });
        return listing.rows().stream().findFirst().orElseThrow(() -> unknown(answer));
    }

    private static VendorException unknown(ResponseContext answer) {
        return answer.failure(FailureKind.NOT_FOUND, "the vendor lists no customer of that id; check the id");
    }
}
