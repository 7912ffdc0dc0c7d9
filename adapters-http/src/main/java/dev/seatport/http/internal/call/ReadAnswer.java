package dev.seatport.http.internal.call;

import dev.seatport.http.AnswerContext;
import dev.seatport.http.Envelope;
import dev.seatport.ports.listing.Listing;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and what its rows mean if they were translated while it was read.
 *
 * @param body the DTO of the answer; its list of rows is empty if they were translated
 * @param rows what they mean; {@code null} if the DTO holds them as they came
 */
public record ReadAnswer<D, T>(D body, @Nullable List<T> rows) implements Envelope {
    /**
     * The listing.
     *
     * @param untranslated takes the DTO apart; what it says of the rows holds if they were not translated
     */
    public Listing<T> listing(BiFunction<D, AnswerContext, Listing<T>> untranslated, AnswerContext answer) {
        Listing<T> listing = untranslated.apply(body, answer);
        return rows == null ? listing : new Listing<>(rows, listing.endedBy());
    }

    @Override
    public boolean succeeded() {
        return !(body instanceof Envelope envelope) || envelope.succeeded();
    }

    @Override
    public @Nullable String correlationId() {
        return body instanceof Envelope envelope ? envelope.correlationId() : null;
    }
}
