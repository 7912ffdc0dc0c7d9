package dev.seatport.ledger.internal.rows;

import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.seat.Quantity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and texts that the database has in place of constants. The migration scripts list them; they never change. */
public final class Codes {
    public static final int STATE_REPORTED = 0;
    public static final int STATE_UNREPORTED = 1;
    public static final int STATE_UNLIMITED = 2;
    public static final int STATE_TOO_LARGE = 3;
    public static final int STATE_GONE = 4;

    public static final int READING_COMPLETE = 0;
    /** Complete, after the request had ended. Not folded, because folded readings count only while a request has not ended. */
    public static final int READING_RESUMED = 1;

    public static final int READING_FAILED = 2;
    public static final int READING_MISSED = 3;
    public static final int READING_ENDED = 4;

    /** Metrics in the order of their numbers. */
    private static final List<CountMetric> METRICS = List.of(
            CountMetric.LISTED,
            CountMetric.PURCHASED,
            CountMetric.ASSIGNED,
            CountMetric.AVAILABLE,
            CountMetric.TENANT_TOTAL,
            CountMetric.WARNING,
            CountMetric.SUSPENDED,
            CountMetric.LOCKED_OUT);

    /** Kinds in the order of their numbers. */
    private static final List<LedgerItem.Kind> KINDS =
            List.of(LedgerItem.Kind.CUSTOMER, LedgerItem.Kind.TENANT, LedgerItem.Kind.PRODUCT, LedgerItem.Kind.SKU);

    private Codes() {}

    public static int of(CountMetric metric) {
        return METRICS.indexOf(metric);
    }

    public static CountMetric metric(int code) {
        return METRICS.get(code);
    }

    /** Returns the number of metrics. */
    public static int metrics() {
        return METRICS.size();
    }

    public static int of(LedgerItem.Kind kind) {
        return KINDS.indexOf(kind);
    }

    public static LedgerItem.Kind kind(int code) {
        return KINDS.get(code);
    }

    public static Dataset dataset(String label) {
        return Arrays.stream(Dataset.values())
                .filter(dataset -> dataset.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the ledger has an unknown dataset: " + label));
    }

    /** Returns the state of a value; {@code null} is gone. */
    public static int state(@Nullable Quantity value) {
        if (value == null) {
            return STATE_GONE;
        }
        if (value instanceof Quantity.Reported) {
            return STATE_REPORTED;
        }
        return switch ((Quantity.Unreported) value) {
            case ABSENT -> STATE_UNREPORTED;
            case UNLIMITED -> STATE_UNLIMITED;
            case TOO_LARGE -> STATE_TOO_LARGE;
        };
    }

    /** Returns the number of a value; 0 if it has none. */
    public static long number(@Nullable Quantity value) {
        return value instanceof Quantity.Reported reported ? reported.value() : 0;
    }

    /** Returns the value of a state and a number; {@code null} if it is gone. */
    public static @Nullable Quantity quantity(int state, long number) {
        return switch (state) {
            case STATE_REPORTED -> Quantity.of(number);
            case STATE_UNREPORTED -> Quantity.unreported();
            case STATE_UNLIMITED -> Quantity.unlimited();
            case STATE_TOO_LARGE -> Quantity.Unreported.TOO_LARGE;
            default -> null;
        };
    }
}
