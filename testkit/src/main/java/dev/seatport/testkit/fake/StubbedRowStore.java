package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Rows and failures of a fake by key. A failure overrides rows. Thread-safe.
 *
 * @param <K> the key of a query
 * @param <T> the type of a row
 */
final class StubbedRowStore<K, T> {
    private final Vendor vendor;
    private final Dataset dataset;
    private final Map<K, List<T>> rows = new ConcurrentHashMap<>();
    private final Map<K, StubbedFailure> failures = new ConcurrentHashMap<>();

    StubbedRowStore(Vendor vendor, Dataset dataset) {
        this.vendor = vendor;
        this.dataset = dataset;
    }

    void addKey(CustomerId customer, K key) {
        requireOwn(customer);
        rows.putIfAbsent(key, List.of());
    }

    void add(CustomerId customer, K key, T row) {
        requireOwn(customer);
        rows.merge(key, List.of(row), StubbedRowStore::joined);
    }

    void fail(K key, int afterRows, VendorException failure) {
        if (afterRows < 0) {
            throw new IllegalArgumentException("a listing cannot fail after fewer than 0 rows");
        }
        failures.put(key, new StubbedFailure(afterRows, failure));
    }

    /** Returns the first row for one customer. Fails as the listing of {@link #stub} does. */
    CompletionStage<Observed<T>> first(CustomerId customer, K key) {
        ListingResult<Observed<T>> listing = stub(customer, key);
        return listing.endedBy() == null
                ? CompletableFuture.completedFuture(listing.rows().get(0))
                : CompletableFuture.failedFuture(listing.endedBy());
    }

    /** Returns the result for one customer. Rejects a customer of another vendor as an adapter does. */
    ListingResult<Observed<T>> stub(CustomerId customer, K key) {
        return stub(customer, key, row -> true);
    }

    /** Returns the result for one customer with only the rows that match the filter. */
    ListingResult<Observed<T>> stub(CustomerId customer, K key, Predicate<T> filter) {
        if (!customer.vendor().equals(vendor)) {
            return failed(FailureKind.INVALID_REQUEST, "a customer id of " + customer.vendor() + " is not valid here");
        }
        List<T> known = rows.getOrDefault(key, List.of());
        return rows.containsKey(key) || failures.containsKey(key)
                ? stub(key, known.stream().filter(filter).toList())
                : failed(FailureKind.NOT_FOUND, "nothing was added to the fake for it");
    }

    /** Returns these rows, cut off by the failure of the key. */
    ListingResult<Observed<T>> stub(K key, List<T> all) {
        List<Observed<T>> observed = all.stream().map(this::observed).toList();
        StubbedFailure failing = failures.get(key);
        return failing == null
                ? new ListingResult<>(observed, null)
                : new ListingResult<>(
                        observed.subList(0, Math.min(failing.afterRows, observed.size())), failing.failure);
    }

    private ListingResult<Observed<T>> failed(FailureKind kind, String explanation) {
        return new ListingResult<>(
                List.of(),
                VendorException.builder(kind, vendor, dataset.label(), explanation)
                        .build());
    }

    private void requireOwn(CustomerId customer) {
        if (!customer.vendor().equals(vendor)) {
            throw new IllegalArgumentException("a fake of " + vendor + " has no customer of " + customer.vendor());
        }
    }

    private Observed<T> observed(T row) {
        return new Observed<>(row, new Provenance(vendor, dataset.label(), Instant.EPOCH, null));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private record StubbedFailure(int afterRows, VendorException failure) {}
}
