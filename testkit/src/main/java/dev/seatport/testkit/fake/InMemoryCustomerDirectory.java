package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Fake of {@link CustomerDirectory} that lists the added customers in order. Completes on the thread of the caller. Each row has
 * the epoch as its time and no correlation id. Thread-safe.
 */
public final class InMemoryCustomerDirectory implements CustomerDirectory {
    private static final String LISTING = "the listing";

    private final StubbedRowStore<CustomerId, Customer> lookups;
    private final StubbedRowStore<String, Customer> listing;
    private final Queue<Customer> customers = new ConcurrentLinkedQueue<>();
    private final Queue<CustomerId> queries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger listings = new AtomicInteger();
    private volatile Supplier<CompletionStage<Quantity>> count =
            () -> CompletableFuture.completedFuture(Quantity.of(size()));

    /** Creates a directory without customers. */
    public InMemoryCustomerDirectory(Vendor vendor) {
        this.lookups = new StubbedRowStore<>(vendor, Dataset.CUSTOMERS);
        this.listing = new StubbedRowStore<>(vendor, Dataset.CUSTOMERS);
    }

    /**
     * Adds customers at the end of the listing.
     *
     * @throws IllegalArgumentException if a customer belongs to another vendor
     */
    public InMemoryCustomerDirectory with(Customer... more) {
        for (Customer customer : more) {
            lookups.add(customer.id(), customer.id(), customer);
            customers.add(customer);
        }
        return this;
    }

    /** Makes the listing fail after at most {@code afterRows} rows, from now on. */
    public InMemoryCustomerDirectory failListing(int afterRows, VendorException failure) {
        listing.fail(LISTING, afterRows, failure);
        return this;
    }

    /** Makes the lookup of a customer fail from now on, even if the customer was not added. */
    public InMemoryCustomerDirectory failFind(CustomerId customer, VendorException failure) {
        lookups.fail(customer, 0, failure);
        return this;
    }

    /** Makes {@link #count} return an unreported count from now on. */
    public InMemoryCustomerDirectory uncounted() {
        count = () -> CompletableFuture.completedFuture(Quantity.unreported());
        return this;
    }

    /** Makes {@link #count} fail from now on. */
    public InMemoryCustomerDirectory failCount(VendorException failure) {
        count = () -> CompletableFuture.failedFuture(failure);
        return this;
    }

    /** Returns the ids of all lookups, in the spelling of the caller. */
    public List<CustomerId> queries() {
        return List.copyOf(queries);
    }

    private int size() {
        return customers.size();
    }

    /** Returns the number of subscriptions to the listing that requested rows. */
    public int listings() {
        return listings.get();
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        queries.add(id);
        return lookups.first(id, id);
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return new RowPublisher<>(() -> {
            listings.incrementAndGet();
            return listing.stub(LISTING, List.copyOf(customers));
        });
    }

    /** Returns the number of added customers, unless {@link #uncounted} or {@link #failCount} was called. */
    @Override
    public CompletionStage<Quantity> count() {
        return count.get();
    }

    /** Returns 0: nothing is sent. */
    @Override
    public CompletionStage<Long> suspectResponseCount() {
        return CompletableFuture.completedFuture(0L);
    }
}
