package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.pipeline.BytesDecodeBenchmark;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.listing.ListingResult;
import io.vertx.core.buffer.Buffer;

/** Handles the first page of a listing from its bytes on. */
public final class PageDecodeBenchmark {
    private static final CallListener NO_LISTENER = new CallListener() {};

    private PageDecodeBenchmark() {}

    /** Decodes the page and passes it to a {@link PageCursor}. */
    public static <P, R, T> Observed<ListingResult<T>> take(
            VendorOperation operation, PagedQuery<P, R, T> query, Buffer bytes) {
        PageCursor<P, R, T> cursor = new PageCursor<>(query, NO_LISTENER, 1, Long.MAX_VALUE);
        RowBatch<T> batch = cursor.take(BytesDecodeBenchmark.decode(
                operation, bytes, query.pageType(), query.fastReader().orElseThrow(), cursor.pageSize()));
        return new Observed<>(new ListingResult<>(batch.rows(), batch.endedBy()), batch.from());
    }
}
