package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenPagesTest {
    private final SeenPages pages = new SeenPages();

    @Test
    void knowsAPageByItsRowsAndTheirOrder() {
        assertThat(pages.isNew(List.of("a", "b"))).isTrue();
        assertThat(pages.isNew(List.of("b", "a"))).isTrue();
        assertThat(pages.isNew(List.of("ab"))).isTrue();
        assertThat(pages.isNew(List.of("a", "b"))).isFalse();
    }

    @Test
    void takesAPageWithoutRowsForNew() {
        assertThat(pages.isNew(List.of())).isTrue();
        assertThat(pages.isNew(List.of())).isTrue();
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
