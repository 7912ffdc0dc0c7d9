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
 * Fake of {@link CustomerDirectory}: lists the customers that it was given, in that order. Answers on the caller's
 * thread; every row is observed at the epoch, without a correlation id. Safe for use by several threads.
 */
public final class InMemoryCustomerDirectory implements CustomerDirectory {
    private static final String LISTING = "the listing";

    private final StubbedRows<CustomerId, Customer> single;
    private final StubbedRows<String, Customer> listing;
    private final Queue<Customer> customers = new ConcurrentLinkedQueue<>();
    private final Queue<CustomerId> queries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger listings = new AtomicInteger();
    private volatile Supplier<CompletionStage<Quantity>> count =
            () -> CompletableFuture.completedFuture(Quantity.of(size()));

    /** A directory of a vendor that has no customers yet. */
    public InMemoryCustomerDirectory(Vendor vendor) {
        this.single = new StubbedRows<>(vendor, Dataset.CUSTOMERS);
        this.listing = new StubbedRows<>(vendor, Dataset.CUSTOMERS);
    }

    /**
     * Adds customers at the end of the listing.
     *
     * @throws IllegalArgumentException if one is another vendor's
     */
    public InMemoryCustomerDirectory with(Customer... more) {
        for (Customer customer : more) {
            single.add(customer.id(), customer.id(), customer);
            customers.add(customer);
        }
        return this;
    }

    /** From now on the listing breaks off with that failure, after at most so many rows. */
    public InMemoryCustomerDirectory failListing(int afterRows, VendorException failure) {
        listing.fail(LISTING, afterRows, failure);
        return this;
    }

    /** From now on looking that customer up fails, known or not. */
    public InMemoryCustomerDirectory failFind(CustomerId customer, VendorException failure) {
        single.fail(customer, 0, failure);
        return this;
    }

    /** From now on nobody can tell how many there are. */
    public InMemoryCustomerDirectory uncounted() {
        count = () -> CompletableFuture.completedFuture(Quantity.unreported());
        return this;
    }

    /** From now on the question how many there are fails. */
    public InMemoryCustomerDirectory failCount(VendorException failure) {
        count = () -> CompletableFuture.failedFuture(failure);
        return this;
    }

    /** The ids that were looked up, in the spelling of whoever queries. */
    public List<CustomerId> queries() {
        return List.copyOf(queries);
    }

    private int size() {
        return customers.size();
    }

    /** How often the listing was asked for. */
    public int listings() {
        return listings.get();
    }

    @Override
    public CompletionStage<Observed<Customer>> find(CustomerId id) {
        queries.add(id);
        StubbedPublisher<Observed<Customer>> answer = single.answer(id, id);
        return answer.failure() == null
                ? CompletableFuture.completedFuture(answer.rows().get(0))
                : CompletableFuture.failedFuture(answer.failure());
    }

    @Override
    public Flow.Publisher<Observed<Customer>> all() {
        return new RowPublisher<>(() -> {
            listings.incrementAndGet();
            return listing.answer(LISTING, List.copyOf(customers));
        });
    }

    /** Tells the size of the listing, or what {@link #uncounted} or {@link #failCount} made of it. */
    @Override
    public CompletionStage<Quantity> count() {
        return count.get();
    }
}
