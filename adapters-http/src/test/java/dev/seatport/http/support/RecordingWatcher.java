package dev.seatport.http.support;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers what it was told. */
public final class RecordingWatcher implements VendorWatcher {
    private final List<String> exchanges = new CopyOnWriteArrayList<>();
    private final List<Drift> drifts = new CopyOnWriteArrayList<>();
    private final Map<Drift, Long> again = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<String> retries = new CopyOnWriteArrayList<>();
    private final AtomicInteger throttles = new AtomicInteger();

    @Override
    public void exchanged(Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        exchanges.add(operation + " " + status + " " + failure);
    }

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        drifts.add(drift);
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        again.merge(drift, times, Long::sum);
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        repeated.incrementAndGet();
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        retries.add(operation + " " + retry);
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        throttles.incrementAndGet();
    }

    /** Such as {@code things 1}. */
    public List<String> retries() {
        return retries;
    }

    public int throttles() {
        return throttles.get();
    }

    /** Such as {@code things 200 null}. */
    public List<String> exchanges() {
        return exchanges;
    }

    public List<Drift> drifts() {
        return drifts;
    }

    /** In how many more places that drift was than the one that was told. */
    public long again(Drift drift) {
        return again.getOrDefault(drift, 0L);
    }

    /** In how many places any drift was. */
    public long seen() {
        return drifts.size()
                + again.values().stream().mapToLong(Long::longValue).sum();
    }

    public int repeated() {
        return repeated.get();
    }
}
