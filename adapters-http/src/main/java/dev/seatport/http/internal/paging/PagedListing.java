package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.Paging;
import dev.seatport.http.internal.call.CallPath;
import dev.seatport.ports.watch.VendorWatcher;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A listing as a stream of rows: a page is asked for when its rows are, one at a time, and never held longer than needed. */
public final class PagedListing {
    private final CallPath path;
    private final VendorWatcher watcher;

    public PagedListing(CallPath path, VendorWatcher watcher) {
        this.path = path;
        this.watcher = watcher;
    }

    /** All rows; each subscription reads the listing anew. Fails with nothing but VendorException. */
    public <P, R, T> Multi<Observed<T>> rows(Paging<P, R, T> paging) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new PageCursor<>(paging, watcher), this::portion)
                .whilst(Portion::more)
                .onItem()
                .transformToMultiAndConcatenate(portion -> ListingStream.of(portion.rows()));
    }

    private <P, R, T> Uni<Portion<T>> portion(PageCursor<P, R, T> cursor) {
        return Uni.createFrom()
                .deferred(() -> path.call(cursor.next(), cursor.pageType()))
                .map(cursor::take);
    }
}
