package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Page;
import dev.seatport.http.Paging;
import dev.seatport.http.RegularReader;
import dev.seatport.http.VendorRequest;
import dev.seatport.http.internal.call.CallPath.Answer;
import dev.seatport.http.internal.call.ReadAnswer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.RandomAccess;
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
    private OptionalLong latestTotal = OptionalLong.empty();
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

    /** How many rows a full page has. */
    int pageSize() {
        return pageSize;
    }

    Optional<RegularReader<P, T>> regular() {
        return paging.regular();
    }

    Portion<T> take(Answer<P> answer) {
        AnswerContext context = answer.context();
        Page<R> page = paging.open(answer.body(), context);
        Listing<T> served = context.rows(page.rows(), paging::path, paging.mapper());
        return take(page, served.rows(), served.endedBy(), context);
    }

    /** Takes a page of which the rows may have been translated already. */
    Portion<T> takeRead(Answer<ReadAnswer<P, T>> answer) {
        ReadAnswer<P, T> read = answer.body();
        AnswerContext context = answer.context();
        List<T> rows = read.rows();
        if (rows == null) {
            return take(new Answer<>(read.body(), context));
        }
        Page<R> around = paging.open(read.body(), context);
        return take(new Page<>(rows, around.total(), around.continued()), rows, null, context);
    }

    private Portion<T> take(Page<?> page, List<T> rows, @Nullable VendorException broken, AnswerContext context) {
        long before = distinct;
        latestTotal = page.total().isPresent() ? page.total() : latestTotal;
        largestTotal = Math.max(largestTotal, page.total().orElse(0));
        List<T> good = news(rows, context);
        adoptPageSize(page.rows().size());
        VendorException ended = broken == null ? missing(page, distinct > before, context) : broken;
        boolean more = ended == null && !finished(page);
        return new Portion<>(context.observed(new Listing<>(good, ended)), more);
    }

    /** The rows that did not come before and are wanted: the same list, if that is all of them. */
    private List<T> news(List<T> rows, AnswerContext context) {
        boolean again = !pages.isNew(new Keys<>(rows, paging));
        recent.turnPage(rows.size());
        List<T> good = null;
        for (int i = 0; i < rows.size(); i++) {
            boolean passes = passes(rows.get(i), again, context);
            if (!passes && good == null) {
                good = new ArrayList<>(rows.subList(0, i));
            } else if (passes && good != null) {
                good.add(rows.get(i));
            }
        }
        return good == null ? rows : good;
    }

    private boolean passes(T row, boolean again, AnswerContext context) {
        if (!recent.isNew(paging.key(row)) || again) {
            Provenance from = context.provenance();
            watcher.rowRepeated(from.vendor(), from.operation());
            return false;
        }
        distinct++;
        return paging.wanted(row);
    }

    /** What the rows of a page are known by, without a list of their own. */
    private static final class Keys<T> extends AbstractList<Object> implements RandomAccess {
        private final List<T> rows;
        private final Paging<?, ?, T> paging;

        Keys(List<T> rows, Paging<?, ?, T> paging) {
            this.rows = rows;
            this.paging = paging;
        }

        @Override
        public Object get(int index) {
            return paging.key(rows.get(index));
        }

        @Override
        public int size() {
            return rows.size();
        }
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
    private @Nullable VendorException missing(Page<?> page, boolean broughtNews, AnswerContext context) {
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
        return incomplete(
                context,
                usableTotal(page).isPresent()
                        ? "the vendor promised " + promised(page) + " rows and served " + distinct
                        : "page " + pageIndex + " only repeats rows and no total is given");
    }

    /** By its latest total; by the largest, if the latest is less than what came. */
    private long promised(Page<?> page) {
        long latest = usableTotal(page).orElse(0);
        return latest > distinct ? latest : largestTotal;
    }

    private boolean finished(Page<?> page) {
        OptionalLong total = usableTotal(page);
        boolean enough = total.isEmpty() || distinct >= total.getAsLong();
        // Less than what came already, and no end was in sight: that is no count, but a server that lost its way.
        boolean denied = total.isPresent() && total.getAsLong() < distinct && distinct < largestTotal;
        // A total that shrank says that rows went, or that it cannot be trusted: then as many rows as were ever
        // promised
        // have the last word, or an empty page.
        boolean counted = total.isPresent() && Math.max(distinct, total.getAsLong()) >= largestTotal;
        return enough && (counted || (page.rows().isEmpty() && !denied));
    }

    /**
     * The latest total, for a page without one takes nothing back. One below the rows of its own first page counts something else:
     * then the listing is read until a page is empty.
     */
    private OptionalLong usableTotal(Page<?> page) {
        if (pageIndex == 1 && page.total().orElse(Long.MAX_VALUE) < distinct) {
            totalUsable = false;
        }
        return totalUsable ? latestTotal : OptionalLong.empty();
    }

    private static VendorException incomplete(AnswerContext context, String explanation) {
        return context.failure(FailureKind.INCOMPLETE_LISTING, explanation);
    }
}
