package dev.seatport.sandbox.deviation;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the vendors are told to do otherwise than their documents say by default. Thread-safe; each value stands alone. */
public final class FaultState {
    /** The largest page that AvePoint documents. */
    public static final int DOCUMENTED_PAGE_LIMIT = 100;

    private record Streak(int left, int status) {}

    private final Map<String, Integer> failingCustomers = new ConcurrentHashMap<>();
    private @Nullable Streak streak;
    private volatile Duration latency = Duration.ZERO;
    private volatile int maxPageSize = DOCUMENTED_PAGE_LIMIT;
    private volatile boolean bareArrays;
    private volatile boolean olderProductField;
    private volatile boolean ignoresTenantFilter;
    private volatile boolean explanationSpelling;
    private volatile boolean numbersAsStrings;
    private volatile @Nullable String retryAfter;

    /** Back to what the documents say. */
    public void clear() {
        failingCustomers.clear();
        failNext(0, 0);
        latency = Duration.ZERO;
        maxPageSize = DOCUMENTED_PAGE_LIMIT;
        bareArrays = false;
        olderProductField = false;
        ignoresTenantFilter = false;
        explanationSpelling = false;
        numbersAsStrings = false;
        retryAfter = null;
    }

    /** Lets every call about a customer fail, whatever the letter case of its id. */
    public void failCustomer(String customerId, int status) {
        failingCustomers.put(customerId.toLowerCase(Locale.ROOT), status);
    }

    /** The status with which a call about this customer fails, if it does. */
    public OptionalInt failureOf(String customerId) {
        Integer status = failingCustomers.get(customerId.toLowerCase(Locale.ROOT));
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Lets the next calls fail; zero of them ends a streak. */
    public synchronized void failNext(int count, int status) {
        streak = count == 0 ? null : new Streak(count, status);
    }

    /** Takes one failure off the streak, if one is on. */
    public synchronized OptionalInt takeFailure() {
        Streak now = streak;
        if (now == null) {
            return OptionalInt.empty();
        }
        streak = now.left() == 1 ? null : new Streak(now.left() - 1, now.status());
        return OptionalInt.of(now.status());
    }

    /** How long every answer waits. */
    public Duration latency() {
        return latency;
    }

    public void setLatency(Duration value) {
        latency = value;
    }

    /** The most rows that AvePoint puts on a page. */
    public int maxPageSize() {
        return maxPageSize;
    }

    public void setMaxPageSize(int value) {
        maxPageSize = value;
    }

    /** Whether AvePoint's tenant seats come as a bare array. */
    public boolean bareArrays() {
        return bareArrays;
    }

    public void setBareArrays(boolean value) {
        bareArrays = value;
    }

    /** Whether AvePoint's product overview carries the older name of its field. */
    public boolean olderProductField() {
        return olderProductField;
    }

    public void setOlderProductField(boolean value) {
        olderProductField = value;
    }

    /** Whether AvePoint's tenant seats disregard the tenant filter, which the older document does not know. */
    public boolean ignoresTenantFilter() {
        return ignoresTenantFilter;
    }

    public void setIgnoresTenantFilter(boolean value) {
        ignoresTenantFilter = value;
    }

    /** Whether C3 spells its keys as its explanation does, not as its samples do. */
    public boolean explanationSpelling() {
        return explanationSpelling;
    }

    public void setExplanationSpelling(boolean value) {
        explanationSpelling = value;
    }

    /** Whether counts come as strings of digits. */
    public boolean numbersAsStrings() {
        return numbersAsStrings;
    }

    public void setNumbersAsStrings(boolean value) {
        numbersAsStrings = value;
    }

    /** The {@code Retry-After} of ordered failures with status 429 or 503, or null for none. */
    public @Nullable String retryAfter() {
        return retryAfter;
    }

    public void setRetryAfter(@Nullable String value) {
        retryAfter = value;
    }
}
