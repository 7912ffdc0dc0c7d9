package dev.seatport.http.internal.paging;

import dev.seatport.http.Paging;
import dev.seatport.http.internal.call.CallPath;
import dev.seatport.ports.watch.VendorWatcher;

/**
 * A listing of which each portion is a page. Pages are asked for when their rows are, one at a time; none but the first is held
 * longer than that.
 */
public final class PagedListing {
    private final CallPath path;
    private final VendorWatcher watcher;

    public PagedListing(CallPath path, VendorWatcher watcher) {
        this.path = path;
        this.watcher = watcher;
    }

    /** The pages from the first on. Each fails with nothing but VendorException. */
    public <P, R, T> Portions<T> pages(Paging<P, R, T> paging) {
        PageCursor<P, R, T> cursor = new PageCursor<>(paging, watcher);
        return cursor.regular()
                .<Portions<T>>map(reader -> () -> path.call(cursor.next(), cursor.pageType(), reader, cursor.pageSize())
                        .map(cursor::takeRead))
                .orElse(() -> path.call(cursor.next(), cursor.pageType()).map(cursor::take));
    }
}
