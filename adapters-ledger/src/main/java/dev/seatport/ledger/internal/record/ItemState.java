package dev.seatport.ledger.internal.record;

import dev.seatport.ledger.internal.rows.Codes;
import dev.seatport.ledger.internal.rows.ReadingRow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Item of a request in a transaction, with its open intervals. Confined to the thread of the transaction. */
final class ItemState {
    final long id;
    final ReadingRow.Key key;
    /** The tenant's id in the spelling of the first reading. */
    final String tenant;
    /** Open intervals by the code of the metric. */
    final @Nullable Interval[] open = new @Nullable Interval[Codes.metrics()];

    final Map<String, FactInterval> facts = new HashMap<>();

    /** Interval of a count. Only {@code until} changes. */
    static final class Interval {
        final ItemState item;
        final int metric;
        final long since;
        final long response;
        final int state;
        final long number;
        final boolean stored;

        @Nullable
        Long until;

        Interval(ItemState item, int metric, long since, long response, int state, long number, boolean stored) {
            this.item = item;
            this.metric = metric;
            this.since = since;
            this.response = response;
            this.state = state;
            this.number = number;
            this.stored = stored;
        }
    }

    /** Interval of a text. Only {@code until} changes. */
    static final class FactInterval {
        final ItemState item;
        final String field;
        final long since;
        final String text;
        final boolean stored;

        @Nullable
        Long until;

        FactInterval(ItemState item, String field, long since, String text, boolean stored) {
            this.item = item;
            this.field = field;
            this.since = since;
            this.text = text;
            this.stored = stored;
        }
    }

    ItemState(long id, ReadingRow.Key key, String tenant) {
        this.id = id;
        this.key = key;
        this.tenant = tenant;
    }
}
