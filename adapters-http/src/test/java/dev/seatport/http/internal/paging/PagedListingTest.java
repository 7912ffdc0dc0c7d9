package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Page;
import dev.seatport.http.Paging;
import dev.seatport.http.RegularReader;
import dev.seatport.http.RowMapper;
import dev.seatport.http.Shelf;
import dev.seatport.http.Shelf.Book;
import dev.seatport.http.Shelf.BookDto;
import dev.seatport.http.Shelf.ShelfDto;
import dev.seatport.http.VendorRequest;
import dev.seatport.http.internal.call.LocalCalls;
import dev.seatport.http.support.Failures;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Books, three to a page, which are read field by field where that can be done. */
class PagedListingTest {
    @RegisterExtension
    private final LocalCalls calls = new LocalCalls();

    private final AtomicInteger fieldByField = new AtomicInteger();

    private final class Books implements Paging<ShelfDto, BookDto, Book> {
        @Override
        public int pageSize() {
            return 3;
        }

        @Override
        public VendorRequest request(int pageIndex, int pageSize) {
            return VendorRequest.get(LocalCalls.OPERATION)
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
        public Optional<RegularReader<ShelfDto, Book>> regular() {
            return Optional.of((json, rows, answer) -> {
                ShelfDto shelf = Shelf.READER.read(json, rows, answer);
                fieldByField.incrementAndGet();
                return shelf;
            });
        }

        @Override
        public Page<BookDto> open(ShelfDto page, AnswerContext answer) {
            return Page.of(
                    Objects.requireNonNull(page.rows()),
                    page.total() == null ? OptionalLong.empty() : OptionalLong.of(page.total()));
        }

        @Override
        public String path(int row) {
            return "$.Rows[" + row + "]";
        }

        @Override
        public Object key(Book row) {
            return row.id();
        }

        @Override
        public RowMapper<BookDto, Book> mapper() {
            return Shelf::book;
        }
    }

    private void serves(String... pages) {
        calls.answers((request, number) ->
                request.response().end("{\"Status\":\"Good\",\"Rows\":[" + pages[number - 1] + "],\"total\":5}"));
    }

    private static List<String> ids(Portion<Book> portion) {
        assertThat(portion.rows().value().failure()).isEmpty();
        return portion.rows().value().rows().stream().map(Book::id).toList();
    }

    private Portions<Book> pages() {
        return new PagedListing(calls.path(), calls.watcher(), () -> 7, 1 << 20).pages(new Books());
    }

    private static Portion<Book> next(Portions<Book> pages) {
        return Failures.await(pages.next().subscribeAsCompletionStage());
    }

    @Test
    void goesFromPageToPageUntilTheTotalIsReached() {
        serves("{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}", "{\"id\":\"d\"},{\"id\":\"e\"}");
        Portions<Book> pages = pages();
        assertThat(calls.asked()).isEmpty();
        Portion<Book> first = next(pages);
        assertThat(ids(first)).containsExactly("a", "b", "c");
        assertThat(first.more()).isTrue();
        Portion<Book> second = next(pages);
        assertThat(ids(second)).containsExactly("d", "e");
        assertThat(second.more()).isFalse();
        assertThat(fieldByField).hasValue(2);
        assertThat(calls.asked()).containsExactly("/shelf?page=1&size=3", "/shelf?page=2&size=3");
    }

    @Test
    void isTheSameWhereAPageIsNotRegular() {
        serves(
                "{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}",
                "{\"id\":\"c\"},{\"id\":\"d\",\"odd\":1},{\"id\":\"e\"}");
        Portions<Book> pages = pages();
        next(pages);
        Portion<Book> second = next(pages);
        assertThat(ids(second)).containsExactly("d", "e");
        assertThat(second.more()).isFalse();
        assertThat(fieldByField).hasValue(1);
        assertThat(calls.watcher().repeated()).isOne();
    }

    @Test
    void endsAtARowThatCannotBeUnderstood() {
        serves("{\"id\":\"a\"},{},{\"id\":\"c\"}");
        Listing<Book> listing = next(pages()).rows().value();
        assertThat(listing.rows()).extracting(Book::id).containsExactly("a");
        VendorException failure = listing.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        assertThat(failure).hasMessageContaining("$.Rows[1].id");
    }

    @Test
    void saysWhichAnswerItsRowsCameFrom() {
        serves("{\"id\":\"a\"}");
        Observed<Listing<Book>> rows = next(pages()).rows();
        assertThat(rows.provenance().operation()).isEqualTo("shelf");
    }
}
