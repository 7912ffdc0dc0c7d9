package dev.seatport.ledger.internal.replay;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cold publishers of rows that are read page by page. A page is read when the subscriber has requested more rows than were read. */
public final class PagedRows {
    private PagedRows() {}

    /**
     * Page of rows.
     *
     * @param last whether no page follows
     * @param failure the failure after the rows of the last page; {@code null} if there is none
     */
    public record Page<T>(
            List<T> rows, boolean last, @Nullable RuntimeException failure) {
        /** Creates a page without a failure. */
        public Page(List<T> rows, boolean last) {
            this(rows, last, null);
        }
    }

    /** Position of one subscription. */
    @FunctionalInterface
    public interface Cursor<T> {
        /** Reads the next page. Called again only after the page before was delivered. */
        CompletionStage<Page<T>> next();
    }

    /** Returns a publisher whose subscriptions have a cursor each. */
    public static <T> Flow.Publisher<T> publisher(Supplier<Cursor<T>> cursors) {
        return Multi.createFrom()
                .deferred(() -> pages(cursors.get()))
                .onItem()
                .transformToMultiAndConcatenate(PagedRows::rows);
    }

    private static <T> Multi<Page<T>> pages(Cursor<T> cursor) {
        return Multi.createBy().repeating().completionStage(cursor::next).whilst(page -> !page.last());
    }

    private static <T> Multi<T> rows(Page<T> page) {
        Multi<T> rows = Multi.createFrom().iterable(page.rows());
        RuntimeException failure = page.failure();
        return failure == null
                ? rows
                : Multi.createBy()
                        .concatenating()
                        .streams(rows, Multi.createFrom().<T>failure(failure));
    }
}
