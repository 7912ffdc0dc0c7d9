package dev.seatport.testkit.http;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Listener that records all events of a client. Thread-safe. */
public final class RecordingListener implements CallListener {
    private final List<String> exchanges = new CopyOnWriteArrayList<>();
    private final List<SchemaDrift> drifts = new CopyOnWriteArrayList<>();
    private final List<String> driftTexts = new CopyOnWriteArrayList<>();
    private final Map<SchemaDrift, Long> furtherDrifts = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<String> retries = new CopyOnWriteArrayList<>();
    private final AtomicInteger throttles = new AtomicInteger();

    /** Creates a listener without events. */
    public RecordingListener() {}

    @Override
    public void requestFinished(
            Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        exchanges.add(operation + " " + status + " " + failure);
    }

    @Override
    public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
        drifts.add(schemaDrift);
        driftTexts.add(vendor.name() + " " + operation + " " + schemaDrift.path() + ": " + schemaDrift.what());
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, SchemaDrift schemaDrift, long times) {
        furtherDrifts.merge(schemaDrift, times, Long::sum);
    }

    @Override
    public void duplicateRowDropped(Vendor vendor, String operation) {
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

    /** Returns all retries, such as {@code things 1}. */
    public List<String> retries() {
        return retries;
    }

    /** Returns how often a vendor rejected a request with its rate limit. */
    public int throttles() {
        return throttles.get();
    }

    /** Returns all exchanges, such as {@code things 200 null}. */
    public List<String> exchanges() {
        return exchanges;
    }

    /** Returns each reported drift. */
    public List<SchemaDrift> drifts() {
        return drifts;
    }

    /** Returns each reported drift, such as {@code acme things $.size: missing}. */
    public List<String> driftTexts() {
        return driftTexts;
    }

    /** Returns the number of further places of a drift after the reported one. */
    public long furtherDrifts(SchemaDrift schemaDrift) {
        return furtherDrifts.getOrDefault(schemaDrift, 0L);
    }

    /** Returns the number of further places of all drifts after the reported ones. */
    public long furtherDrifts() {
        return furtherDrifts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of repeated rows. */
    public int repeated() {
        return repeated.get();
    }

    /** Removes all events. */
    public void clear() {
        List.of(exchanges, drifts, driftTexts, retries).forEach(List::clear);
        furtherDrifts.clear();
        repeated.set(0);
        throttles.set(0);
    }
}
