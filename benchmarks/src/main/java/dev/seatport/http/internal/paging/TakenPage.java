package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.Operation;
import dev.seatport.http.Paging;
import dev.seatport.http.internal.call.ReadBytes;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.watch.VendorWatcher;
import io.vertx.core.buffer.Buffer;

/** The part of a listing that begins when the bytes of its first page are there. */
public final class TakenPage {
    private static final VendorWatcher NOBODY = new VendorWatcher() {};

    private TakenPage() {}

    /** As {@link PagedListing} takes it. */
    public static <P, R, T> Observed<Listing<T>> take(Operation operation, Paging<P, R, T> paging, Buffer bytes) {
        PageCursor<P, R, T> cursor = new PageCursor<>(paging, NOBODY, 1, Long.MAX_VALUE);
        return cursor.takeRead(ReadBytes.read(
                        operation, bytes, cursor.pageType(), cursor.regular().orElseThrow(), cursor.pageSize()))
                .rows();
    }
}
