package dev.seatport.ports.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListingsTest {
    private final VendorException cut = VendorException.builder(
                    FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "customers", "2 of 3 rows arrived")
            .build();

    private static CompletableFuture<ListingResult<String>> collect(Flow.Publisher<String> rowSource) {
        return Listings.<String>collect(rowSource).toCompletableFuture();
    }

    @Nested
    class Collect {
        @Test
        void collectsAllRows() {
            assertThat(collect(RowSource.complete("a", "b")))
                    .isCompletedWithValue(new ListingResult<>(List.of("a", "b"), null));
        }

        @Test
        void keepsTheRowsBeforeAFailure() {
            ListingResult<String> listing =
                    collect(RowSource.failing(cut, "a", "b")).join();

            assertThat(listing.rows()).containsExactly("a", "b");
            assertThat(listing.complete()).isFalse();
            assertThat(listing.failure()).containsSame(cut);
        }

        @Test
        void failsWithAnUnexpectedException() {
            IllegalStateException bug = new IllegalStateException("bug");

            assertThat(collect(RowSource.failing(bug, "a")))
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCause(bug);
        }

        @Test
        void cancelsTheSubscriptionWithTheFuture() {
            RowSource rowSource = RowSource.endless("a");
            CompletableFuture<ListingResult<String>> listing = collect(rowSource);

            assertThat(listing).isNotDone();
            assertThat(listing.cancel(true)).isTrue();

            assertThat(rowSource.cancelled).isTrue();
        }

        @Test
        void cancelsALateSubscription() {
            RowSource rowSource = RowSource.endless();
            ListingCollector<String> collector = new ListingCollector<>();
            collector.result().cancel(true);

            rowSource.subscribe(collector);

            assertThat(rowSource.cancelled).isTrue();
        }

        @Test
        void cancelsASecondSubscription() {
            RowSource rowSource = RowSource.endless("a");
            CompletableFuture<ListingResult<String>> listing = collect(rowSource);

            rowSource.subscribeAgain();

            assertThat(rowSource.cancelled).isTrue();
            assertThat(listing).isNotDone();
        }
    }

    @Nested
    class Await {
        @Test
        void returnsTheListing() throws InterruptedException {
            assertThat(Listings.<String>await(RowSource.complete("a")))
                    .isEqualTo(new ListingResult<>(List.of("a"), null));
            assertThat(Listings.<String>await(RowSource.failing(cut, "a")))
                    .isEqualTo(new ListingResult<>(List.of("a"), cut));
        }

        @Test
        void throwsARuntimeExceptionUnchanged() {
            IllegalArgumentException bug = new IllegalArgumentException("bug");

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Listings.await(RowSource.failing(bug)))
                    .isSameAs(bug);
        }

        @Test
        void wrapsACheckedException() {
            IOException checked = new IOException("checked");

            assertThatIllegalStateException()
                    .isThrownBy(() -> Listings.await(RowSource.failing(checked)))
                    .withCause(checked);
        }

        @Test
        void cancelsWhenTheThreadIsInterrupted() {
            RowSource rowSource = RowSource.endless("a");
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> Listings.await(rowSource));
            assertThat(rowSource.cancelled).isTrue();
        }
    }

    @Nested
    class AListing {
        @Test
        void isCompleteWithoutAFailure() {
            assertThat(new ListingResult<>(List.of(), null).complete()).isTrue();
            assertThat(new ListingResult<>(List.of(), null).failure()).isEmpty();
        }

        @Test
        void copiesItsRows() {
            List<String> rowSource = new ArrayList<>(List.of("a"));
            ListingResult<String> listing = new ListingResult<>(rowSource, null);

            rowSource.clear();

            assertThat(listing.rows()).containsExactly("a");
        }
    }
}
