package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.pipeline.ReadBytes;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.Paging;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.watch.VendorWatcher;
import io.vertx.core.buffer.Buffer;

/** The part of a listing that begins when the bytes of its first page are there. */
public final class TakenPage {
    private static final VendorWatcher NOBODY = new VendorWatcher() {};

    private TakenPage() {}

    /** As {@link PageCursor} takes it. */
    public static <P, R, T> Observed<Listing<T>> take(Operation operation, Paging<P, R, T> paging, Buffer bytes) {
        PageCursor<P, R, T> cursor = new PageCursor<>(paging, NOBODY, 1, Long.MAX_VALUE);
        RowBatch<T> batch = cursor.take(ReadBytes.read(
                operation, bytes, paging.pageType(), paging.regular().orElseThrow(), cursor.pageSize()));
        return new Observed<>(new Listing<>(batch.rows(), batch.endedBy()), batch.from());
    }
}
