package dev.seatport.http.internal.paging;

import dev.seatport.http.Paging;
import dev.seatport.http.internal.call.CallPath;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.function.LongSupplier;

/**
 * A listing of which each portion is a page. Pages are asked for when their rows are, one at a time; none but the first is held
 * longer than that.
 */
public final class PagedListing {
    private final CallPath path;
    private final VendorWatcher watcher;
    private final LongSupplier seeds;
    private final long memory;

    /**
     * Listings over one call path.
     *
     * @param seeds of the fingerprints of rows, one for each subscription
     * @param memory how many bytes the fingerprints of one listing may take
     */
    public PagedListing(CallPath path, VendorWatcher watcher, LongSupplier seeds, long memory) {
        this.path = path;
        this.watcher = watcher;
        this.seeds = seeds;
        this.memory = memory;
    }

    /** The pages from the first on. Each fails with nothing but VendorException. */
    public <P, R, T> Portions<T> pages(Paging<P, R, T> paging) {
        PageCursor<P, R, T> cursor = new PageCursor<>(paging, watcher, seeds.getAsLong(), memory);
        return cursor.regular()
                .<Portions<T>>map(reader -> () -> path.call(cursor.next(), cursor.pageType(), reader, cursor.pageSize())
                        .map(cursor::takeRead))
                .orElse(() -> path.call(cursor.next(), cursor.pageType()).map(cursor::take));
    }
}
