package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.pipeline.BytesDecodeBenchmark;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.listing.Listing;
import io.vertx.core.buffer.Buffer;

/** The part of a listing that begins when the bytes of its first page are there. */
public final class PageDecodeBenchmark {
    private static final CallListener NOBODY = new CallListener() {};

    private PageDecodeBenchmark() {}

    /** As {@link PageCursor} takes it. */
    public static <P, R, T> Observed<Listing<T>> take(
            VendorOperation vendorOperation, PagedQuery<P, R, T> pagedQuery, Buffer bytes) {
        PageCursor<P, R, T> cursor = new PageCursor<>(pagedQuery, NOBODY, 1, Long.MAX_VALUE);
        RowBatch<T> batch = cursor.take(BytesDecodeBenchmark.read(
                vendorOperation,
                bytes,
                pagedQuery.pageType(),
                pagedQuery.fastReader().orElseThrow(),
                cursor.pageSize()));
        return new Observed<>(new Listing<>(batch.rows(), batch.endedBy()), batch.from());
    }
}
