package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.pipeline.CallPipeline;
import dev.seatport.http.internal.pipeline.DecodableResponse;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Position of one subscription in a paged listing. Relies on the received rows, because servers clamp page sizes, omit totals,
 * and shift rows between pages. Needs no lock: one page is in progress at a time.
 */
public final class PageCursor<P, R, T> {
    /** Page limit that ends an endless listing. */
    private static final int MAX_PAGES = 1_000_000;

    private final PagedQuery<P, R, T> query;
    private final CallListener listener;
    private final long seed;
    private final long maxDigestBytes;
    private @Nullable DuplicateRowFilter duplicates;
    private int pageIndex;
    private int pageSize;
    private int requestedSize;
    private long distinctBefore;
    private boolean anyRequested;
    private boolean totalUsable = true;
    private boolean totalChanged;
    private OptionalLong latestTotal = OptionalLong.empty();
    private long largestTotal;
    /** First reason why the listing is incomplete although it can be continued. */
    private @Nullable VendorException firstDefect;

    /**
     * Creates a cursor before the first page.
     *
     * @param seed seed of the row digests
     * @param maxDigestBytes memory limit for the row digests of the listing, in bytes
     */
    PageCursor(PagedQuery<P, R, T> query, CallListener listener, long seed, long maxDigestBytes) {
        this.query = query;
        this.listener = listener;
        this.seed = seed;
        this.maxDigestBytes = maxDigestBytes;
        this.pageSize = query.pageSize();
    }

    /**
     * Creates the batch source of a listing. Its batches fail only with VendorException.
     *
     * @param seed seed of the row digests
     * @param maxDigestBytes memory limit for the row digests of the listing, in bytes
     */
    public static <P, R, T> BatchSource<T> pages(
            CallPipeline pipeline, PagedQuery<P, R, T> query, CallListener listener, long seed, long maxDigestBytes) {
        PageCursor<P, R, T> cursor = new PageCursor<>(query, listener, seed, maxDigestBytes);
        return () -> {
            VendorRequest request = cursor.next();
            return pipeline.call(request, () -> cursor.body(pipeline.partialContext(request.operation())))
                    .map(cursor::take);
        };
    }

    VendorRequest next() {
        pageIndex++;
        requestedSize = pageSize;
        return query.request(pageIndex, pageSize);
    }

    /** Creates the body of the requested page. */
    BufferedBody<P, T> body(Function<CallListener, ResponseContext> partialContext) {
        return new BufferedBody<>(
                query.pageType(),
                query.fastReader()
                        .map(reader -> new BufferedBody.FastDecoder<>(reader, partialContext, pageSize))
                        .orElse(null));
    }

    int pageSize() {
        return pageSize;
    }

    RowBatch<T> take(DecodableResponse<P, BufferedBody<P, T>> decodableResponse) {
        P content = decodableResponse.isEmpty() ? null : decodableResponse.content();
        return take(content, decodableResponse.body().rows(), decodableResponse.context());
    }

    /**
     * Processes a page.
     *
     * @param content {@code null} for a response without content, which some vendors send for an empty list
     * @param mappedRows the rows, if the fast reader mapped them
     */
    RowBatch<T> take(@Nullable P content, @Nullable List<T> mappedRows, ResponseContext context) {
        if (content == null) {
            return take(Page.of(List.of(), OptionalLong.empty()), List.of(), null, context);
        }
        Page<R> page = query.toPage(content, context);
        if (mappedRows != null) {
            return take(page.withRows(mappedRows), mappedRows, null, context);
        }
        ResponseContext.MappedRows<T> rows = context.mapRows(page.rows(), query::rowPath, query.mapper());
        rows.rowsWithoutId().forEach(this::skip);
        return take(page, rows.rows(), rows.endedBy(), context);
    }

    private RowBatch<T> take(
            Page<?> page, List<T> rows, @Nullable VendorException mappingFailure, ResponseContext context) {
        long before = distinctBefore;
        recordTotal(page);
        checkIndex(page, context);
        List<T> good = newRows(rows, context);
        adoptPageSize(page.rows().size());
        long distinct = distinct();
        distinctBefore = distinct;
        VendorException ended =
                mappingFailure == null ? incompleteReason(page, distinct > before, context) : mappingFailure;
        anyRequested = anyRequested || !good.isEmpty();
        boolean more = ended == null && !isFinished(page);
        return RowBatch.of(
                context.observed(new ListingResult<>(good, more || ended != null ? ended : failureAtEnd(context))),
                more);
    }

    /** Returns why a finished listing is incomplete. */
    private @Nullable VendorException failureAtEnd(ResponseContext context) {
        return firstDefect == null && query.isFilteredByVendor() && !anyRequested && distinct() > 0
                ? context.malformed("$", "only rows that were not requested")
                : firstDefect;
    }

    /** Skips a row without an id. It counts towards the total once, and makes the listing incomplete. */
    private void skip(ResponseContext.RowWithoutId row) {
        duplicateFilter(1).add(row.row());
        firstDefect = firstDefect == null ? row.failure() : firstDefect;
    }

    private void recordTotal(Page<?> page) {
        if (page.total().isEmpty()) {
            return;
        }
        totalChanged = totalChanged || (latestTotal.isPresent() && !latestTotal.equals(page.total()));
        latestTotal = page.total();
        largestTotal = Math.max(largestTotal, page.total().getAsLong());
    }

    /** A wrong page number is only reported: repeated and missing rows are detected by the rows themselves. */
    private void checkIndex(Page<?> page, ResponseContext context) {
        if (page.index().isPresent() && page.index().getAsLong() != pageIndex) {
            context.reportDrift("$", "another page number than requested");
        }
    }

    /** Returns the new rows that belong to the query; the same list if these are all. */
    private List<T> newRows(List<T> rows, ResponseContext context) {
        List<T> good = null;
        for (int i = 0; i < rows.size(); i++) {
            boolean accepted = accept(rows.get(i), rows.size(), context);
            if (!accepted && good == null) {
                good = new ArrayList<>(rows.subList(0, i));
            } else if (accepted && good != null) {
                good.add(rows.get(i));
            }
        }
        return good == null ? rows : good;
    }

    private boolean accept(T row, int rows, ResponseContext context) {
        Object key = query.key(row);
        return switch (duplicateFilter(rows).add(key, row)) {
            case NEW -> query.isRequested(row);
            case REPEATED -> reportRepeated(context);
            case DIFFERING -> {
                if (firstDefect == null && query.isRequested(row)) {
                    firstDefect = context.conflictingRows(key);
                }
                yield (query.deliversConflictingRows() && query.isRequested(row)) || reportRepeated(context);
            }
        };
    }

    private boolean reportRepeated(ResponseContext context) {
        Provenance from = context.provenance();
        listener.duplicateRowDropped(from.vendor(), from.operation());
        return false;
    }

    private DuplicateRowFilter duplicateFilter(int expected) {
        DuplicateRowFilter rows = duplicates;
        if (rows == null) {
            rows = new DuplicateRowFilter(seed, expected);
            duplicates = rows;
        }
        return rows;
    }

    /** Returns the number of distinct rows received. */
    private long distinct() {
        return duplicates == null ? 0 : duplicates.rows();
    }

    /**
     * Adopts the length of a short first page as the page size. The following requests then match the server's page boundaries,
     * even if it computes offsets from the requested size.
     */
    private void adoptPageSize(int rowCount) {
        if (pageIndex == 1 && rowCount > 0 && rowCount < pageSize) {
            pageSize = rowCount;
        }
    }

    /** Returns why the listing cannot become complete, as far as known. */
    private @Nullable VendorException incompleteReason(Page<?> page, boolean broughtNewRows, ResponseContext context) {
        if (page.continued()) {
            return incomplete(context, "the vendor says that more rows follow on a link, which is not followed");
        }
        if (isFinished(page)) {
            return null;
        }
        if (pageIndex >= MAX_PAGES) {
            return incomplete(context, "no end after " + pageIndex + " pages");
        }
        if (duplicates != null && duplicates.bytes() > maxDigestBytes) {
            return context.failure(
                    FailureKind.ANSWER_TOO_LARGE,
                    "more than " + distinct() + " rows do not fit in memory; give Java more memory (-Xmx)");
        }
        if (broughtNewRows) {
            return null;
        }
        OptionalLong total = usableTotal(page);
        if (total.isEmpty()) {
            return incomplete(context, "page " + pageIndex + " only repeats rows and no total is given");
        }
        return incomplete(
                context,
                expectedTotal(page) > distinct()
                        ? "the vendor promised " + expectedTotal(page) + " rows and served " + distinct()
                        : "page " + pageIndex + " only repeats rows, and the total of " + total.getAsLong()
                                + " rows proves nothing");
    }

    /** Returns the latest total; the largest one if the latest is exceeded by the received rows. */
    private long expectedTotal(Page<?> page) {
        long latest = usableTotal(page).orElse(0);
        return latest > distinct() ? latest : largestTotal;
    }

    private boolean isFinished(Page<?> page) {
        OptionalLong total = usableTotal(page);
        long distinct = distinct();
        boolean enough = total.isEmpty() || distinct >= total.getAsLong();
        // A total below the received rows while more were expected is a server error, not a count.
        boolean implausible = total.isPresent() && total.getAsLong() < distinct && distinct < largestTotal;
        return enough && (isProvenByTotal(page, total) || (page.rows().isEmpty() && !implausible));
    }

    /**
     * Returns whether the total proves that this was the last page. It does not if it changed, if more rows came, or if it may
     * count only this page. A full page may have a successor.
     */
    private boolean isProvenByTotal(Page<?> page, OptionalLong total) {
        if (total.isEmpty() || totalChanged || distinct() != total.getAsLong()) {
            return false;
        }
        long rows = page.rows().size();
        long full = Math.min(requestedSize, page.size().orElse(requestedSize));
        return rows < full || rows < total.getAsLong();
    }

    /**
     * Returns the latest total; a page without one does not revoke it. A total below the number of rows on the first page
     * counts something else: then the listing ends at an empty page.
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
