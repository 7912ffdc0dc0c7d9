package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentRowsTest {
    private final RecentRows rows = new RecentRows();

    @Test
    void areNewOnce() {
        rows.turnPage();
        assertThat(rows.isNew("a")).isTrue();
        assertThat(rows.isNew("a")).isFalse();
        assertThat(rows.isNew("b")).isTrue();
    }

    @Test
    void areRememberedForThePageTheyCameOnAndThreeMore() {
        rows.turnPage();
        rows.isNew("a");
        rows.turnPage();
        rows.turnPage();
        rows.turnPage();
        assertThat(rows.isNew("a")).isFalse();
    }

    @Test
    void areForgottenAfterFourPagesSoThatALongListingNeedsNoMoreMemory() {
        rows.turnPage();
        rows.isNew("a");
        rows.turnPage();
        rows.isNew("b");
        rows.turnPage();
        rows.turnPage();
        rows.turnPage();
        assertThat(rows.isNew("b")).isFalse();
        assertThat(rows.isNew("a")).isTrue();
    }
}
