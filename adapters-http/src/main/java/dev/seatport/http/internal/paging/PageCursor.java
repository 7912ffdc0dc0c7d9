package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Page;
import dev.seatport.http.Paging;
import dev.seatport.http.VendorRequest;
import dev.seatport.http.internal.call.CallPath.Answer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where one subscription stands in a listing. It goes by the rows that came, not by those that were asked for: servers clamp
 * page sizes, leave totals out, and shift rows between pages while they are read. One page is under way at a time, so the
 * state needs no lock.
 */
final class PageCursor<P, R, T> {
    private final Paging<P, R, T> paging;
    private final VendorWatcher watcher;
    private final RecentRows recent = new RecentRows();
    private final SeenPages pages = new SeenPages();
    private int pageIndex;
    private int pageSize;
    private long distinct;
    private boolean totalUsable = true;
    private long largestTotal;

    PageCursor(Paging<P, R, T> paging, VendorWatcher watcher) {
        this.paging = paging;
        this.watcher = watcher;
        this.pageSize = paging.pageSize();
    }

    VendorRequest next() {
        pageIndex++;
        return paging.request(pageIndex, pageSize);
    }

    Class<P> pageType() {
        return paging.pageType();
    }

    Portion<T> take(Answer<P> answer) {
        AnswerContext context = answer.context();
        Page<R> page = paging.open(answer.body(), context);
        Listing<T> served = context.rows(page.rows(), paging::path, paging.mapper());
        long before = distinct;
        largestTotal = Math.max(largestTotal, page.total().orElse(0));
        List<T> good = news(served.rows(), context);
        adoptPageSize(page.rows().size());
        VendorException ended = served.endedBy() == null ? missing(page, distinct > before, context) : served.endedBy();
        boolean more = ended == null && !finished(page);
        return new Portion<>(context.observed(new Listing<>(good, ended)), more);
    }

    private List<T> news(List<T> rows, AnswerContext context) {
        List<T> good = new ArrayList<>(rows.size());
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(paging.key(row)));
        boolean again = !pages.isNew(keys);
        recent.turnPage();
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (!recent.isNew(keys.get(i)) || again) {
                Provenance from = context.provenance();
                watcher.rowRepeated(from.vendor(), from.operation());
                continue;
            }
            distinct++;
            if (paging.wanted(row)) {
                good.add(row);
            }
        }
        return good;
    }

    /**
     * A short first page tells what the server really serves. Asking for that much from the second page on keeps page
     * boundaries where the server sees them, also if it reckons offsets from what it is asked for.
     */
    private void adoptPageSize(int served) {
        if (pageIndex == 1 && served > 0 && served < pageSize) {
            pageSize = served;
        }
    }

    /** Why the listing cannot be whole, if it is known by now. */
    private @Nullable VendorException missing(Page<R> page, boolean broughtNews, AnswerContext context) {
        if (page.continued()) {
            return incomplete(context, "the vendor says that more rows follow on a link, which is not followed");
        }
        if (finished(page)) {
            return null;
        }
        if (pageIndex >= SeenPages.MOST_PAGES) {
            return incomplete(context, "no end after " + pageIndex + " pages");
        }
        if (broughtNews) {
            return null;
        }
        OptionalLong total = usableTotal(page);
        return incomplete(
                context,
                total.isPresent()
                        ? "the vendor promised " + total.getAsLong() + " rows and served " + distinct
                        : "page " + pageIndex + " only repeats rows and no total is given");
    }

    private boolean finished(Page<R> page) {
        OptionalLong total = usableTotal(page);
        boolean enough = total.isEmpty() || distinct >= total.getAsLong();
        // A total that shrank says that rows went, or that it cannot be trusted: then an empty page has the last word,
        // or as
        // many rows as were ever promised.
        boolean counted = total.isPresent() && Math.max(distinct, total.getAsLong()) >= largestTotal;
        return enough && (counted || page.rows().isEmpty());
    }

    /** A total below the rows of its own first page counts something else: then the listing is read until a page is empty. */
    private OptionalLong usableTotal(Page<R> page) {
        if (pageIndex == 1 && page.total().orElse(Long.MAX_VALUE) < distinct) {
            totalUsable = false;
        }
        return totalUsable ? page.total() : OptionalLong.empty();
    }

    private static VendorException incomplete(AnswerContext context, String explanation) {
        return context.failure(FailureKind.INCOMPLETE_LISTING, explanation);
    }
}
