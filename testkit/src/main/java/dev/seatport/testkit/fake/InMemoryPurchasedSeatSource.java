package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.PurchasedSeatSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Fake of {@link PurchasedSeatSource} that returns the added seats, and {@code NOT_FOUND} for any other product. Completes on the
 * thread of the caller. Each result has the epoch as its time and no correlation id. Thread-safe.
 */
public final class InMemoryPurchasedSeatSource implements PurchasedSeatSource {
    private final StubbedRowStore<Key, PurchasedSeats> rows;
    private final Queue<Query> queries = new ConcurrentLinkedQueue<>();

    /** Creates a source without seats. */
    public InMemoryPurchasedSeatSource(Vendor vendor) {
        this.rows = new StubbedRowStore<>(vendor, Dataset.PRODUCT_SEATS);
    }

    /**
     * Adds seats. Of several for one customer and product, the first is returned.
     *
     * @throws IllegalArgumentException if the customer belongs to another vendor
     */
    public InMemoryPurchasedSeatSource with(PurchasedSeats... more) {
        for (PurchasedSeats seats : more) {
            CustomerId customer = seats.customer();
            rows.add(customer, new Key(customer, seats.product().code()), seats);
        }
        return this;
    }

    /** Makes the query for a product of a customer fail from now on, even if no seats were added. */
    public InMemoryPurchasedSeatSource fail(CustomerId customer, ProductCode product, VendorException failure) {
        rows.fail(new Key(customer, product), 0, failure);
        return this;
    }

    /** Returns all queries in order. */
    public List<Query> queries() {
        return List.copyOf(queries);
    }

    @Override
    public CompletionStage<Observed<PurchasedSeats>> seats(CustomerId customer, Product product) {
        queries.add(new Query(customer, product));
        return rows.first(customer, new Key(customer, product.code()));
    }

    /**
     * A query of the fake.
     *
     * @param customer the customer in the spelling of the caller
     * @param product the product of the caller
     */
    public record Query(CustomerId customer, Product product) {}

    private record Key(CustomerId customer, ProductCode product) {}
}
