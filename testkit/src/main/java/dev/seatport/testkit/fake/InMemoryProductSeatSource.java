package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.ProductSeatSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Fake of {@link ProductSeatSource}: answers with the seats that it was given, and {@code NOT_FOUND} for any other
 * product. Answers on the caller's thread; every answer is observed at the epoch, without a correlation id. Safe for use
 * by several threads.
 */
public final class InMemoryProductSeatSource implements ProductSeatSource {
    private final StubbedRows<Key, ProductSeats> stubbedRows;
    private final Queue<Query> queries = new ConcurrentLinkedQueue<>();

    /** A source of a vendor that sold nothing yet. */
    public InMemoryProductSeatSource(Vendor vendor) {
        this.stubbedRows = new StubbedRows<>(vendor, Dataset.PRODUCT_SEATS);
    }

    /**
     * Adds seats; the first of a customer's product are the ones that count.
     *
     * @throws IllegalArgumentException if some are of another vendor's customer
     */
    public InMemoryProductSeatSource with(ProductSeats... more) {
        for (ProductSeats seats : more) {
            CustomerId customer = seats.customer();
            stubbedRows.add(customer, new Key(customer, seats.product().code()), seats);
        }
        return this;
    }

    /** From now on asking about that product of that customer fails, known or not. */
    public InMemoryProductSeatSource fail(CustomerId customer, ProductCode product, VendorException failure) {
        stubbedRows.fail(new Key(customer, product), 0, failure);
        return this;
    }

    /** What was asked, in that order. */
    public List<Query> queries() {
        return List.copyOf(queries);
    }

    @Override
    public CompletionStage<Observed<ProductSeats>> seats(CustomerId customer, Product product) {
        queries.add(new Query(customer, product));
        StubbedPublisher<Observed<ProductSeats>> answer =
                stubbedRows.answer(customer, new Key(customer, product.code()));
        return answer.failure() == null
                ? CompletableFuture.completedFuture(answer.rows().get(0))
                : CompletableFuture.failedFuture(answer.failure());
    }

    /**
     * What the fake was queries.
     *
     * @param customer in the spelling of whoever asked
     * @param product as it was given
     */
    public record Query(CustomerId customer, Product product) {}

    private record Key(CustomerId customer, ProductCode product) {}
}
