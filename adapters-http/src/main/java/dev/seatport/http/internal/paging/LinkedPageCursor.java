package dev.seatport.http.internal.paging;

import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.pipeline.CallPipeline;
import dev.seatport.http.internal.pipeline.DecodableResponse;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Position of one subscription in a listing whose pages link to the next one. Trusts the links for the end, and the received rows
 * for the completeness. Needs no lock: one page is in progress at a time.
 */
public final class LinkedPageCursor<P, R, T> {
    /** In pages: an endless chain of new links without rows ends here. Vendors that filter rows send many empty pages. */
    private static final int MAX_EMPTY_PAGES = 1_000;

    private final LinkedQuery<P, R, T> query;
    private final PageReader<P, R, T> reader;
    private final LinkResolver links;
    private final DuplicateRowFilter followed;
    private final PromisedTotal promised = new PromisedTotal();
    private final VendorRequest first;
    /** Path and query of the latest request. */
    private String target = "";

    /** Path and query of the link that is followed next; {@code null} before the first page and after the last one. */
    private @Nullable String nextTarget;

    private int pageCount;
    private int emptyPages;

    /**
     * Creates a cursor before the first page.
     *
     * @param first request of the query for the first page
     * @param server base URL of the client
     * @param seed seed of the row digests
     * @param maxDigestBytes memory limit for the row digests of the listing, in bytes
     */
    LinkedPageCursor(
            LinkedQuery<P, R, T> query,
            VendorRequest first,
            BaseUrl server,
            CallListener listener,
            long seed,
            long maxDigestBytes) {
        this.query = query;
        this.first = first;
        this.reader = new PageReader<>(query, listener, seed, maxDigestBytes);
        this.links = new LinkResolver(server);
        this.followed = new DuplicateRowFilter(seed, 0);
    }

    /**
     * Creates the batch source of a listing. Its batches fail only with VendorException.
     *
     * @param first request of the query for the first page
     * @param seed seed of the row digests
     * @param maxDigestBytes memory limit for the row digests of the listing, in bytes
     */
    public static <P, R, T> BatchSource<T> pages(
            CallPipeline pipeline,
            LinkedQuery<P, R, T> query,
            VendorRequest first,
            CallListener listener,
            long seed,
            long maxDigestBytes) {
        LinkedPageCursor<P, R, T> cursor =
                new LinkedPageCursor<>(query, first, pipeline.baseUrl(), listener, seed, maxDigestBytes);
        return () -> cursor.fetch(pipeline).map(cursor::take);
    }

    private Uni<DecodableResponse<P, BufferedBody<P, T>>> fetch(CallPipeline pipeline) {
        VendorRequest request = next();
        return pipeline.call(request, nextTarget, () -> reader.body(pipeline.partialContext(request.operation()), 0));
    }

    /** Moves to the next page and returns the request for the first page. */
    VendorRequest next() {
        if (pageCount == 0) {
            target = links.target(first.pathAndQuery());
            followed.add(target);
        } else if (nextTarget != null) {
            target = nextTarget;
        }
        pageCount++;
        return first;
    }

    /** Returns the path and query of the latest request. */
    String target() {
        return target;
    }

    private RowBatch<T> take(DecodableResponse<P, BufferedBody<P, T>> decodableResponse) {
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
        promised.update(read.page(), pageCount == 1, reader.distinctRows());
        emptyPages = read.page().rows().isEmpty() ? emptyPages + 1 : 0;
        nextTarget = null;
        VendorException ended = read.mappingFailure();
        if (ended == null && content == null && pageCount > 1) {
            // Rows were announced by the link, so this is no empty listing.
            ended = PageReader.incomplete(context, "page " + pageCount + " has no content, although a link led to it");
        } else if (ended == null) {
            String link = content == null ? null : query.next(content);
            ended = link == null || link.isBlank() ? failureAtEnd(read, context) : followLink(link, read, context);
        }
        return RowBatch.of(
                context.observed(new ListingResult<>(read.accepted(), ended)), ended == null && nextTarget != null);
    }

    /** Returns why the link is not followed; {@code null} if it is the next one. */
    private @Nullable VendorException followLink(String link, PageReader.ReadPage<T> read, ResponseContext context) {
        String resolved;
        try {
            resolved = links.resolve(target, link);
        } catch (LinkResolver.InvalidLinkException e) {
            return PageReader.incomplete(
                    context, "more rows follow on a link that " + e.getMessage() + "; it is not followed");
        }
        nextTarget = resolved;
        if (followed.add(resolved) != DuplicateRowFilter.RowNovelty.NEW) {
            return PageReader.incomplete(context, "page " + pageCount + " links to a page that was read before");
        }
        if (pageCount >= PageCursor.MAX_PAGES || emptyPages >= MAX_EMPTY_PAGES) {
            return PageReader.incomplete(
                    context, "no end after " + pageCount + " pages, the last " + emptyPages + " of them without rows");
        }
        if (!read.page().rows().isEmpty() && !read.hasNewRows()) {
            return PageReader.incomplete(context, "page " + pageCount + " only repeats rows");
        }
        return reader.tooManyRows(context);
    }

    /** Returns why a listing without a further link is incomplete; {@code null} if it is complete. */
    private @Nullable VendorException failureAtEnd(PageReader.ReadPage<T> read, ResponseContext context) {
        if (read.page().continued()) {
            return PageReader.incomplete(context, "the vendor says that more rows follow, and sends no link");
        }
        long distinct = reader.distinctRows();
        if (!promised.isReached(distinct) || !promised.isPlausible(distinct)) {
            return PageReader.incomplete(
                    context, "the vendor promised " + promised.expected(distinct) + " rows and served " + distinct);
        }
        return reader.failureAtEnd(context);
    }
}
