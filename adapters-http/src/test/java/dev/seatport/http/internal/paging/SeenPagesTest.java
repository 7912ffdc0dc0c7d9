package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenPagesTest {
    private final SeenPages pages = new SeenPages();

    @Test
    void knowsAPageByItsRowsInWhateverOrder() {
        assertThat(pages.isNew(List.of("a", "b"))).isTrue();
        assertThat(pages.isNew(List.of("ab"))).isTrue();
        assertThat(pages.isNew(List.of("a", "c"))).isTrue();
        assertThat(pages.isNew(List.of("a"))).isTrue();
        assertThat(pages.isNew(List.of("a", "b", "b"))).isTrue();
        assertThat(pages.isNew(List.of("a", "b"))).isFalse();
        assertThat(pages.isNew(List.of("b", "a"))).isFalse();
    }

    @Test
    void takesAPageWithoutRowsForNew() {
        assertThat(pages.isNew(List.of())).isTrue();
        assertThat(pages.isNew(List.of())).isTrue();
    }

    @Test
    void tellsPagesApartThatDifferInOneLetterOfOneRow() {
        String row = "7e4a0000-0000-4000-8000-000000000001/MICROSOFT_365";
        for (int i = 0; i < row.length(); i++) {
            String other = row.substring(0, i) + '#' + row.substring(i + 1);
            assertThat(pages.isNew(List.of("a", other, "b"))).isTrue();
            assertThat(pages.isNew(List.of("a", other, "b"))).isFalse();
        }
    }

    @Test
    void tellsRowsApartFromTheirPieces() {
        assertThat(pages.isNew(List.of("abcd", "efgh"))).isTrue();
        assertThat(pages.isNew(List.of("abcdefgh"))).isTrue();
        assertThat(pages.isNew(List.of("abc", "defgh"))).isTrue();
        assertThat(pages.isNew(List.of("abcdefgh", ""))).isTrue();
    }

    @Test
    void remembersTheLastTenThousandAndNoMore() {
        for (int i = 0; i <= SeenPages.REMEMBERED; i++) {
            assertThat(pages.isNew(List.of(i))).isTrue();
        }
        assertThat(pages.isNew(List.of(1))).isFalse();
        assertThat(pages.isNew(List.of(0))).isTrue();
    }
}
