package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.pipeline.CallPipeline;
import dev.seatport.http.internal.pipeline.Response;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Position of one subscription in a listing. It goes by the rows that came, not by those that were asked for: servers clamp
 * page sizes, leave totals out, and shift rows between pages while they are read. One page is under way at a time, so the
 * state needs no lock.
 */
public final class PageCursor<P, R, T> {
    /** A listing that has not ended by then has no end. */
    private static final int MOST_PAGES = 1_000_000;

    private final PagedQuery<P, R, T> pagedQuery;
    private final CallListener callListener;
    private final long seed;
    private final long memory;
    private @Nullable DuplicateRowFilter seen;
    private int pageIndex;
    private int pageSize;
    private int asked;
    private long distinctAtLast;
    private boolean anyWanted;
    private boolean totalUsable = true;
    private boolean totalChanged;
    private OptionalLong latestTotal = OptionalLong.empty();
    private long largestTotal;
    /** Why the listing is not whole though it can be read on: the first reason. */
    private @Nullable VendorException flaw;

    /**
     * A cursor before the first page.
     *
     * @param seed of the fingerprints of rows
     * @param memory how many bytes the fingerprints of one listing may take
     */
    PageCursor(PagedQuery<P, R, T> pagedQuery, CallListener callListener, long seed, long memory) {
        this.pagedQuery = pagedQuery;
        this.callListener = callListener;
        this.seed = seed;
        this.memory = memory;
        this.pageSize = pagedQuery.pageSize();
    }

    /**
     * The pages of a listing from the first on, asked for one at a time. Each fails with nothing but VendorException.
     *
     * @param seed of the fingerprints of rows
     * @param memory how many bytes the fingerprints of one listing may take
     */
    public static <P, R, T> BatchSource<T> pages(
            CallPipeline path, PagedQuery<P, R, T> pagedQuery, CallListener callListener, long seed, long memory) {
        PageCursor<P, R, T> cursor = new PageCursor<>(pagedQuery, callListener, seed, memory);
        return () -> {
            VendorRequest request = cursor.next();
            return path.call(request, () -> cursor.body(path.partialContext(request.operation())))
                    .map(cursor::take);
        };
    }

    VendorRequest next() {
        pageIndex++;
        asked = pageSize;
        return pagedQuery.request(pageIndex, pageSize);
    }

    /** What the page that was asked for is decoded with. */
    BufferedBody<P, T> body(Function<CallListener, ResponseContext> early) {
        return new BufferedBody<>(
                pagedQuery.pageType(),
                pagedQuery
                        .fastReader()
                        .map(reader -> new BufferedBody.FastPath<>(reader, early, pageSize))
                        .orElse(null));
    }

    /** How many rows a full page has. */
    int pageSize() {
        return pageSize;
    }

    RowBatch<T> take(Response<P, BufferedBody<P, T>> response) {
        P content = response.isEmpty() ? null : response.content();
        return take(content, response.body().rows(), response.context());
    }

    /**
     * Takes a page.
     *
     * @param content {@code null} for a response without content, which is how some vendors say that a list is empty
     * @param translated its rows, if they were translated while they were read
     */
    RowBatch<T> take(@Nullable P content, @Nullable List<T> translated, ResponseContext context) {
        if (content == null) {
            return take(Page.of(List.of(), OptionalLong.empty()), List.of(), null, context);
        }
        Page<R> page = pagedQuery.toPage(content, context);
        if (translated != null) {
            return take(page.withRows(translated), translated, null, context);
        }
        ResponseContext.MappedRows<T> rows = context.mapRows(page.rows(), pagedQuery::rowPath, pagedQuery.mapper());
        rows.rowsWithoutId().forEach(this::passOver);
        return take(page, rows.rows(), rows.endedBy(), context);
    }

    private RowBatch<T> take(Page<?> page, List<T> rows, @Nullable VendorException broken, ResponseContext context) {
        long before = distinctAtLast;
        noteTotal(page);
        noteIndex(page, context);
        List<T> good = news(rows, context);
        adoptPageSize(page.rows().size());
        long distinct = distinct();
        distinctAtLast = distinct;
        VendorException ended = broken == null ? missing(page, distinct > before, context) : broken;
        anyWanted = anyWanted || !good.isEmpty();
        boolean more = ended == null && !finished(page);
        return RowBatch.of(context.observed(new Listing<>(good, more || ended != null ? ended : flaw(context))), more);
    }

    /** Why a listing that came to its end is not whole. */
    private @Nullable VendorException flaw(ResponseContext context) {
        return flaw == null && pagedQuery.isFilteredByVendor() && !anyWanted && distinct() > 0
                ? context.malformed("$", "other rows than those asked for, and none of these")
                : flaw;
    }

    /** A row that nothing identifies: it counts once towards the total, and the listing is not whole without it. */
    private void passOver(ResponseContext.RowWithoutId row) {
        seen(1).add(row.row());
        flaw = flaw == null ? row.failure() : flaw;
    }

    private void noteTotal(Page<?> page) {
        if (page.total().isEmpty()) {
            return;
        }
        totalChanged = totalChanged || (latestTotal.isPresent() && !latestTotal.equals(page.total()));
        latestTotal = page.total();
        largestTotal = Math.max(largestTotal, page.total().getAsLong());
    }

    /** The rows count, whatever the page says of itself: what it repeats or leaves out is noticed by them. */
    private void noteIndex(Page<?> page, ResponseContext context) {
        if (page.index().isPresent() && page.index().getAsLong() != pageIndex) {
            context.reportDrift("$", "another page number than the one asked for");
        }
    }

    /** The rows that did not come before and are wanted: the same list, if that is all of them. */
    private List<T> news(List<T> rows, ResponseContext context) {
        List<T> good = null;
        for (int i = 0; i < rows.size(); i++) {
            boolean passes = passes(rows.get(i), rows.size(), context);
            if (!passes && good == null) {
                good = new ArrayList<>(rows.subList(0, i));
            } else if (passes && good != null) {
                good.add(rows.get(i));
            }
        }
        return good == null ? rows : good;
    }

    private boolean passes(T row, int rows, ResponseContext context) {
        Object key = pagedQuery.key(row);
        return switch (seen(rows).add(key, row)) {
            case NEW -> pagedQuery.isRequested(row);
            case REPEATED -> repeated(context);
            case DIFFERING -> {
                if (flaw == null && pagedQuery.isRequested(row)) {
                    flaw = context.conflictingRows(key);
                }
                yield (pagedQuery.deliversConflictingRows() && pagedQuery.isRequested(row)) || repeated(context);
            }
        };
    }

    private boolean repeated(ResponseContext context) {
        Provenance from = context.provenance();
        callListener.duplicateRowDropped(from.vendor(), from.operation());
        return false;
    }

    private DuplicateRowFilter seen(int expected) {
        DuplicateRowFilter rows = seen;
        if (rows == null) {
            rows = new DuplicateRowFilter(seed, expected);
            seen = rows;
        }
        return rows;
    }

    /** How many rows came, each counted once. */
    private long distinct() {
        return seen == null ? 0 : seen.rows();
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
    private @Nullable VendorException missing(Page<?> page, boolean broughtNews, ResponseContext context) {
        if (page.continued()) {
            return incomplete(context, "the vendor says that more rows follow on a link, which is not followed");
        }
        if (finished(page)) {
            return null;
        }
        if (pageIndex >= MOST_PAGES) {
            return incomplete(context, "no end after " + pageIndex + " pages");
        }
        if (seen != null && seen.bytes() > memory) {
            return context.failure(
                    FailureKind.ANSWER_TOO_LARGE,
                    "more than " + distinct() + " rows do not fit in memory; give Java more (-Xmx)");
        }
        if (broughtNews) {
            return null;
        }
        OptionalLong total = usableTotal(page);
        if (total.isEmpty()) {
            return incomplete(context, "page " + pageIndex + " only repeats rows and no total is given");
        }
        return incomplete(
                context,
                promised(page) > distinct()
                        ? "the vendor promised " + promised(page) + " rows and served " + distinct()
                        : "page " + pageIndex + " only repeats rows, and the total of " + total.getAsLong()
                                + " rows proves nothing");
    }

    /** By its latest total; by the largest, if the latest is less than what came. */
    private long promised(Page<?> page) {
        long latest = usableTotal(page).orElse(0);
        return latest > distinct() ? latest : largestTotal;
    }

    private boolean finished(Page<?> page) {
        OptionalLong total = usableTotal(page);
        long distinct = distinct();
        boolean enough = total.isEmpty() || distinct >= total.getAsLong();
        // Less than what came already, and no end was in sight: that is no count, but a server that lost its way.
        boolean denied = total.isPresent() && total.getAsLong() < distinct && distinct < largestTotal;
        return enough && (proven(page, total) || (page.rows().isEmpty() && !denied));
    }

    /**
     * Whether the total alone says that this was the last page. It does not if it changed, if more rows came than it counts, or if it
     * may only count the rows of this page: a full page has another one behind it, as far as its number of rows tells.
     */
    private boolean proven(Page<?> page, OptionalLong total) {
        if (total.isEmpty() || totalChanged || distinct() != total.getAsLong()) {
            return false;
        }
        long rows = page.rows().size();
        long full = Math.min(asked, page.size().orElse(asked));
        return rows < full || rows < total.getAsLong();
    }

    /**
     * The latest total, for a page without one takes nothing back. One below the rows of its own first page counts something else:
     * then the listing is read until a page is empty.
     */
    private OptionalLong usableTotal(Page<?> page) {
        if (pageIndex == 1 && page.total().orElse(Long.MAX_VALUE) < distinct()) {
            totalUsable = false;
        }
        return totalUsable ? latestTotal : OptionalLong.empty();
    }

    private static VendorException incomplete(ResponseContext context, String explanation) {
        return context.failure(FailureKind.INCOMPLETE_LISTING, explanation);
    }
}
