package dev.seatport.http.internal.paging;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Position of one subscription in a listing with numbered pages. Relies on the received rows, because servers clamp page sizes,
 * omit totals, and shift rows between pages. Needs no lock: one page is in progress at a time.
 */
public final class PageCursor<P, R, T> {
    /** Page limit that ends an endless listing. */
    static final int MAX_PAGES = 1_000_000;

    private final PagedQuery<P, R, T> query;
    private final PageReader<P, R, T> reader;
    private final PromisedTotal promised = new PromisedTotal();
    private int pageIndex;
    private int pageSize;
    private int requestedSize;

    /**
     * Creates a cursor before the first page.
     *
     * @param seed seed of the row digests
     * @param maxDigestBytes memory limit for the row digests of the listing, in bytes
     */
    PageCursor(PagedQuery<P, R, T> query, CallListener listener, long seed, long maxDigestBytes) {
        this.query = query;
        this.reader = new PageReader<>(query, listener, seed, maxDigestBytes);
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
        return reader.body(partialContext, pageSize);
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
        PageReader.ReadPage<T> read = reader.read(content, mappedRows, context);
        Page<?> page = read.page();
        promised.update(page, pageIndex == 1, reader.distinctRows());
        checkIndex(page, context);
        adoptPageSize(page.rows().size());
        VendorException ended = read.mappingFailure() == null
                ? incompleteReason(page, read.hasNewRows(), context)
                : read.mappingFailure();
        boolean more = ended == null && !isFinished(page);
        return RowBatch.of(
                context.observed(new ListingResult<>(
                        read.accepted(), more || ended != null ? ended : reader.failureAtEnd(context))),
                more);
    }

    /** A wrong page number is only reported: repeated and missing rows are detected by the rows themselves. */
    private void checkIndex(Page<?> page, ResponseContext context) {
        if (page.index().isPresent() && page.index().getAsLong() != pageIndex) {
            context.reportDrift("$", "another page number than requested");
        }
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
            return PageReader.incomplete(
                    context, "the vendor says that more rows follow on a link, which is not followed");
        }
        if (isFinished(page)) {
            return null;
        }
        if (pageIndex >= MAX_PAGES) {
            return PageReader.incomplete(context, "no end after " + pageIndex + " pages");
        }
        VendorException tooManyRows = reader.tooManyRows(context);
        if (tooManyRows != null || broughtNewRows) {
            return tooManyRows;
        }
        OptionalLong total = promised.usable();
        if (total.isEmpty()) {
            return PageReader.incomplete(context, "page " + pageIndex + " only repeats rows and no total is given");
        }
        long distinct = reader.distinctRows();
        return PageReader.incomplete(
                context,
                promised.expected(distinct) > distinct
                        ? "the vendor promised " + promised.expected(distinct) + " rows and served " + distinct
                        : "page " + pageIndex + " only repeats rows, and the total of " + total.getAsLong()
                                + " rows proves nothing");
    }

    private boolean isFinished(Page<?> page) {
        long distinct = reader.distinctRows();
        return promised.isReached(distinct)
                && (isProvenByTotal(page) || (page.rows().isEmpty() && promised.isPlausible(distinct)));
    }

    /**
     * Returns whether the total proves that this was the last page. It does not if it changed, if more rows came, or if it may
     * count only this page. A full page may have a successor.
     */
    private boolean isProvenByTotal(Page<?> page) {
        OptionalLong total = promised.usable();
        if (total.isEmpty() || promised.hasChanged() || reader.distinctRows() != total.getAsLong()) {
            return false;
        }
        long rows = page.rows().size();
        long full = Math.min(requestedSize, page.size().orElse(requestedSize));
        return rows < full || rows < total.getAsLong();
    }
}
