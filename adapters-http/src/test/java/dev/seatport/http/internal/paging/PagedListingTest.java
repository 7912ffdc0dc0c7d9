package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.ShelfListing;
import dev.seatport.http.ShelfListing.Book;
import dev.seatport.http.ShelfListing.BookDto;
import dev.seatport.http.ShelfListing.ShelfDto;
import dev.seatport.http.internal.paging.ListingPublisher.BatchSource;
import dev.seatport.http.internal.pipeline.LocalCallPipeline;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Paged listing of books, three per page, with a fast reader. */
class PagedListingTest {
    @RegisterExtension
    private final LocalCallPipeline calls = new LocalCallPipeline();

    private final AtomicInteger fastDecodes = new AtomicInteger();

    private boolean contentRequired;

    private final class Books implements PagedQuery<ShelfDto, BookDto, Book> {
        @Override
        public int pageSize() {
            return 3;
        }

        @Override
        public VendorRequest request(int pageIndex, int pageSize) {
            return VendorRequest.get(LocalCallPipeline.OPERATION)
                    .path("/shelf")
                    .query("page", pageIndex)
                    .query("size", pageSize)
                    .build();
        }

        @Override
        public Class<ShelfDto> pageType() {
            return ShelfDto.class;
        }

        @Override
        public Optional<FastResponseReader<ShelfDto, Book>> fastReader() {
            return Optional.of((json, rows, context) -> {
                ShelfDto shelf = ShelfListing.READER.decode(json, rows, context);
                fastDecodes.incrementAndGet();
                return shelf;
            });
        }

        @Override
        public Page<BookDto> toPage(ShelfDto page, ResponseContext context) {
            return Page.of(
                    Objects.requireNonNull(page.rows()),
                    page.total() == null ? OptionalLong.empty() : OptionalLong.of(page.total()));
        }

        @Override
        public boolean requiresContent() {
            return contentRequired;
        }

        @Override
        public String rowPath(int row) {
            return "$.Rows[" + row + "]";
        }

        @Override
        public Object key(Book row) {
            return row.id();
        }

        @Override
        public RowMapper<BookDto, Book> mapper() {
            return ShelfListing::book;
        }
    }

    private void respondWith(String... pages) {
        calls.respond((request, number) ->
                request.response().end("{\"Status\":\"Good\",\"Rows\":[" + pages[number - 1] + "],\"total\":5}"));
    }

    private static List<String> ids(RowBatch<Book> batch) {
        assertThat(batch.endedBy()).isNull();
        return batch.rows().stream().map(Book::id).toList();
    }

    private BatchSource<Book> pages() {
        return PageCursor.pages(calls.pipeline(), new Books(), calls.callListener(), 7, 1 << 20);
    }

    private static RowBatch<Book> next(BatchSource<Book> pages) {
        return FailureAssertions.await(pages.next().subscribeAsCompletionStage());
    }

    @Test
    void goesFromPageToPageUntilTheTotalIsReached() {
        respondWith("{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}", "{\"id\":\"d\"},{\"id\":\"e\"}");
        BatchSource<Book> pages = pages();
        assertThat(calls.requests()).isEmpty();
        RowBatch<Book> first = next(pages);
        assertThat(ids(first)).containsExactly("a", "b", "c");
        assertThat(first.more()).isTrue();
        RowBatch<Book> second = next(pages);
        assertThat(ids(second)).containsExactly("d", "e");
        assertThat(second.more()).isFalse();
        assertThat(fastDecodes).hasValue(2);
        assertThat(calls.requests()).containsExactly("/shelf?page=1&size=3", "/shelf?page=2&size=3");
    }

    @Test
    void isTheSameForAPageThatNeedsDatabind() {
        respondWith(
                "{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}",
                "{\"id\":\"c\"},{\"id\":\"d\",\"odd\":1},{\"id\":\"e\"}");
        BatchSource<Book> pages = pages();
        next(pages);
        RowBatch<Book> second = next(pages);
        assertThat(ids(second)).containsExactly("d", "e");
        assertThat(second.more()).isFalse();
        assertThat(fastDecodes).hasValue(1);
        assertThat(calls.callListener().repeated()).isOne();
    }

    @Test
    void endsAtAnInvalidRow() {
        respondWith("{\"id\":\"a\"},{},{\"id\":\"c\"}");
        RowBatch<Book> listing = next(pages());
        assertThat(listing.rows()).extracting(Book::id).containsExactly("a");
        VendorException failure = Objects.requireNonNull(listing.endedBy());
        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        assertThat(failure).hasMessageContaining("$.Rows[1].id");
    }

    @Test
    void isEmptyWithoutContentUnlessContentIsRequired() {
        calls.respond((request, number) -> request.response().setStatusCode(204).end());
        assertThat(ids(next(pages()))).isEmpty();
        contentRequired = true;
        assertThat(FailureAssertions.failure(pages().next().subscribeAsCompletionStage()))
                .hasMessageContaining("MALFORMED_ANSWER: at $: no content (HTTP 204) where a list of rows is due");
    }

    @Test
    void hasTheProvenanceOfItsResponse() {
        respondWith("{\"id\":\"a\"}");
        assertThat(next(pages()).from().operation()).isEqualTo("shelf");
    }
}
