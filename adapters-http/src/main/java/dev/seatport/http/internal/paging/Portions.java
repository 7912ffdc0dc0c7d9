package dev.seatport.http.internal.paging;

import io.smallrye.mutiny.Uni;

/** Where the rows of one subscription come from, a portion at a time. */
@FunctionalInterface
public interface Portions<T> {
    /** Gets the next portion; asked for only once the one before came and promised more. What it throws ends the listing. */
    Uni<Portion<T>> next();
}
