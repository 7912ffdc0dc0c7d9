package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.listing.Listing;
import io.smallrye.mutiny.Multi;

/** Rows that are in memory, as a stream: all of them, and then what ended their listing early. */
public final class ListingStream {
    private ListingStream() {}

    /** Each row with the provenance of the answer that they all came in. */
    public static <T> Multi<Observed<T>> of(Observed<Listing<T>> answer) {
        Listing<T> listing = answer.value();
        Multi<Observed<T>> good =
                Multi.createFrom().iterable(listing.rows()).map(row -> new Observed<>(row, answer.provenance()));
        return listing.failure()
                .map(failure -> Multi.createBy()
                        .concatenating()
                        .streams(good, Multi.createFrom().<Observed<T>>failure(failure)))
                .orElse(good);
    }
}
