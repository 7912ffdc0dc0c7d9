package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.spi.ListingQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the rows of one subscription: maps the rows of each page, drops repeated ones, and keeps the first reason why the
 * listing is incomplete. Needs no lock: one page is in progress at a time.
 */
final class PageReader<P, R, T> {
    private final ListingQuery<P, R, T> query;
    private final CallListener listener;
    private final long seed;
    private final long maxDigestBytes;
    private @Nullable DuplicateRowFilter duplicates;
    private boolean anyRequested;
    /** First reason why the listing is incomplete although it can be continued. */
    private @Nullable VendorException firstDefect;

    /**
     * @param seed seed of the row digests
     * @param maxDigestBytes memory limit for the row digests of the listing, in bytes
     */
    PageReader(ListingQuery<P, R, T> query, CallListener listener, long seed, long maxDigestBytes) {
        this.query = query;
        this.listener = listener;
        this.seed = seed;
        this.maxDigestBytes = maxDigestBytes;
    }

    /**
     * Rows of one page.
     *
     * @param page the page as the vendor sent it
     * @param accepted the new rows that belong to the query
     * @param mappingFailure failure of the row that ended the mapping; {@code null} if all rows were mapped
     * @param hasNewRows whether a row came that no earlier page had
     */
    record ReadPage<T>(
            Page<?> page, List<T> accepted, @Nullable VendorException mappingFailure, boolean hasNewRows) {}

    /**
     * Creates the body of a page.
     *
     * @param expectedRows number of rows of a full page; 0 if unknown
     */
    BufferedBody<P, T> body(Function<CallListener, ResponseContext> partialContext, int expectedRows) {
        return new BufferedBody<>(
                query.pageType(),
                query.fastReader()
                        .map(reader -> new BufferedBody.FastDecoder<>(reader, partialContext, expectedRows))
                        .orElse(null));
    }

    /**
     * Reads the rows of a page.
     *
     * @param content {@code null} for a response without content, which some vendors send for an empty list
     * @param mappedRows the rows, if the fast reader mapped them
     */
    ReadPage<T> read(@Nullable P content, @Nullable List<T> mappedRows, ResponseContext context) {
        long before = distinctRows();
        if (content == null) {
            if (query.requiresContent()) {
                throw context.malformed("$", "no content (HTTP 204) where a list of rows is due");
            }
            return readPage(Page.of(List.of(), OptionalLong.empty()), List.of(), null, before, context);
        }
        Page<R> page = query.toPage(content, context);
        if (mappedRows != null) {
            return readPage(page.withRows(mappedRows), mappedRows, null, before, context);
        }
        ResponseContext.MappedRows<T> rows = context.mapRows(page.rows(), query::rowPath, query.mapper());
        rows.rowsWithoutId().forEach(this::skip);
        return readPage(page, rows.rows(), rows.endedBy(), before, context);
    }

    private ReadPage<T> readPage(
            Page<?> page,
            List<T> rows,
            @Nullable VendorException mappingFailure,
            long distinctBefore,
            ResponseContext context) {
        List<T> accepted = newRows(rows, context);
        anyRequested = anyRequested || !accepted.isEmpty();
        return new ReadPage<>(page, accepted, mappingFailure, distinctRows() > distinctBefore);
    }

    /** Skips a row without an id. It counts towards the total once, and makes the listing incomplete. */
    private void skip(ResponseContext.RowWithoutId row) {
        duplicateFilter(1).add(row.row());
        firstDefect = firstDefect == null ? row.failure() : firstDefect;
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
    long distinctRows() {
        return duplicates == null ? 0 : duplicates.rows();
    }

    /** Returns the failure of a listing whose row digests exceed the memory limit; {@code null} if they do not. */
    @Nullable
    VendorException tooManyRows(ResponseContext context) {
        return duplicates == null || duplicates.bytes() <= maxDigestBytes
                ? null
                : context.failure(
                        FailureKind.ANSWER_TOO_LARGE,
                        "more than " + distinctRows() + " rows do not fit in memory; give Java more memory (-Xmx)");
    }

    /** Returns why a finished listing is incomplete; {@code null} if it is complete. */
    @Nullable
    VendorException failureAtEnd(ResponseContext context) {
        return firstDefect == null && query.isFilteredByVendor() && !anyRequested && distinctRows() > 0
                ? context.malformed("$", "only rows that were not requested")
                : firstDefect;
    }

    static VendorException incomplete(ResponseContext context, String explanation) {
        return context.failure(FailureKind.INCOMPLETE_LISTING, explanation);
    }
}
