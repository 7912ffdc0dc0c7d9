package dev.seatport.http.internal.rows;

import dev.seatport.http.AnswerContext;
import dev.seatport.http.Envelope;
import dev.seatport.http.LargeListing;
import dev.seatport.ports.listing.Listing;
import org.jspecify.annotations.Nullable;

/** A large answer that came whole: what stands around its rows, and what the rows came to. */
public final class GatheredAnswer<D, R, T> implements Envelope {
    private final D around;
    private final GatheredRows<R, T> rows;

    GatheredAnswer(D around, GatheredRows<R, T> rows) {
        this.around = around;
        this.rows = rows;
    }

    @Override
    public boolean succeeded() {
        return !(around instanceof Envelope envelope) || envelope.succeeded();
    }

    @Override
    public @Nullable String correlationId() {
        return around instanceof Envelope envelope ? envelope.correlationId() : null;
    }

    /** The listing, once. */
    public Listing<T> listing(LargeListing<D, R, T> listing, AnswerContext answer) {
        return listing.around(around, rows.listing(answer), answer);
    }
}
