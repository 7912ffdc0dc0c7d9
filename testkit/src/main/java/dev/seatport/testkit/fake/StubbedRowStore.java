package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Returns the result for one customer. Rejects a customer of another vendor as an adapter does. */
    StubbedResult<Observed<T>> stub(CustomerId customer, K key) {
        return stub(customer, key, row -> true);
    }

    /** Returns the result for one customer with only the rows that match the filter. */
    StubbedResult<Observed<T>> stub(CustomerId customer, K key, Predicate<T> filter) {
        Optional<VendorException> rejection = rejection(customer);
        if (rejection.isPresent()) {
            return StubbedResult.failed(rejection.get());
        }
        List<T> known = rows.get(key);
        return known == null && !failures.containsKey(key)
                ? StubbedResult.failed(failure(FailureKind.NOT_FOUND, "nothing was added to the fake for it"))
                : stub(
                        key,
                        known == null
                                ? List.of()
                                : known.stream().filter(filter).toList());
    }

    /** Returns these rows, cut off by the failure of the key. */
    StubbedResult<Observed<T>> stub(K key, List<T> all) {
        List<Observed<T>> observed = all.stream().map(this::observed).toList();
        StubbedFailure failing = failures.get(key);
        return failing == null
                ? new StubbedResult<>(observed, null)
                : new StubbedResult<>(
                        observed.subList(0, Math.min(failing.afterRows, observed.size())), failing.failure);
    }

    Optional<VendorException> rejection(CustomerId customer) {
        return customer.vendor().equals(vendor)
                ? Optional.empty()
                : Optional.of(failure(
                        FailureKind.INVALID_REQUEST, "a customer id of " + customer.vendor() + " is not valid here"));
    }

    VendorException failure(FailureKind kind, String explanation) {
        return VendorException.builder(kind, vendor, dataset.label(), explanation)
                .build();
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
