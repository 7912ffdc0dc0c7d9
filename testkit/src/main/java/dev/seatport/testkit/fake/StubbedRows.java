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
 * What a fake was told to answer: rows under a key, and failures that overrule them. Safe for use by several threads.
 *
 * @param <K> what a question is about
 * @param <T> what the rows are
 */
final class StubbedRows<K, T> {
    private final Vendor vendor;
    private final Dataset dataset;
    private final Map<K, List<T>> rows = new ConcurrentHashMap<>();
    private final Map<K, Failing> failures = new ConcurrentHashMap<>();

    StubbedRows(Vendor vendor, Dataset dataset) {
        this.vendor = vendor;
        this.dataset = dataset;
    }

    void knows(CustomerId customer, K key) {
        requireOwn(customer);
        rows.putIfAbsent(key, List.of());
    }

    void add(CustomerId customer, K key, T row) {
        requireOwn(customer);
        rows.merge(key, List.of(row), StubbedRows::joined);
    }

    void fail(K key, int afterRows, VendorException failure) {
        if (afterRows < 0) {
            throw new IllegalArgumentException("a listing cannot fail after fewer than 0 rows");
        }
        failures.put(key, new Failing(afterRows, failure));
    }

    /** The answer to a question about one customer; refused as an adapter refuses it. */
    StubbedPublisher<Observed<T>> answer(CustomerId customer, K key) {
        return answer(customer, key, row -> true);
    }

    /** The same, with only those of the rows that are wanted. */
    StubbedPublisher<Observed<T>> answer(CustomerId customer, K key, Predicate<T> wanted) {
        Optional<VendorException> refusal = refusal(customer);
        if (refusal.isPresent()) {
            return StubbedPublisher.refused(refusal.get());
        }
        List<T> known = rows.get(key);
        return known == null && !failures.containsKey(key)
                ? StubbedPublisher.refused(failure(FailureKind.NOT_FOUND, "the fake was told nothing of it"))
                : answer(
                        key,
                        known == null
                                ? List.of()
                                : known.stream().filter(wanted).toList());
    }

    /** These rows, as far as the failure that was told for the key lets them through. */
    StubbedPublisher<Observed<T>> answer(K key, List<T> all) {
        List<Observed<T>> observed = all.stream().map(this::observed).toList();
        Failing failing = failures.get(key);
        return failing == null
                ? new StubbedPublisher<>(observed, null)
                : new StubbedPublisher<>(
                        observed.subList(0, Math.min(failing.afterRows, observed.size())), failing.failure);
    }

    Optional<VendorException> refusal(CustomerId customer) {
        return customer.vendor().equals(vendor)
                ? Optional.empty()
                : Optional.of(failure(
                        FailureKind.INVALID_REQUEST, "a customer id of " + customer.vendor() + " means nothing here"));
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

    private record Failing(int afterRows, VendorException failure) {}
}
