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
                    FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "customers", "2 of 3 rows came")
            .build();

    private static CompletableFuture<Listing<String>> collect(Flow.Publisher<String> rows) {
        return Listings.<String>collect(rows).toCompletableFuture();
    }

    @Nested
    class Collect {
        @Test
        void gathersAllRows() {
            assertThat(collect(Rows.complete("a", "b"))).isCompletedWithValue(new Listing<>(List.of("a", "b"), null));
        }

        @Test
        void keepsTheRowsBeforeAFailure() {
            Listing<String> listing = collect(Rows.failing(cut, "a", "b")).join();

            assertThat(listing.rows()).containsExactly("a", "b");
            assertThat(listing.complete()).isFalse();
            assertThat(listing.failure()).containsSame(cut);
        }

        @Test
        void failsWithWhatNoPortPromises() {
            IllegalStateException bug = new IllegalStateException("bug");

            assertThat(collect(Rows.failing(bug, "a")))
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCause(bug);
        }

        @Test
        void cancelsTheSubscriptionWithTheFuture() {
            Rows rows = Rows.endless("a");
            CompletableFuture<Listing<String>> listing = collect(rows);

            assertThat(listing).isNotDone();
            assertThat(listing.cancel(true)).isTrue();

            assertThat(rows.cancelled).isTrue();
        }

        @Test
        void cancelsASubscriptionThatComesTooLate() {
            Rows rows = Rows.endless();
            ListingCollector<String> collector = new ListingCollector<>();
            collector.result().cancel(true);

            rows.subscribe(collector);

            assertThat(rows.cancelled).isTrue();
        }

        @Test
        void refusesASecondSubscription() {
            Rows rows = Rows.endless("a");
            CompletableFuture<Listing<String>> listing = collect(rows);

            rows.subscribeAgain();

            assertThat(rows.cancelled).isTrue();
            assertThat(listing).isNotDone();
        }
    }

    @Nested
    class Await {
        @Test
        void givesTheListing() throws InterruptedException {
            assertThat(Listings.<String>await(Rows.complete("a"))).isEqualTo(new Listing<>(List.of("a"), null));
            assertThat(Listings.<String>await(Rows.failing(cut, "a"))).isEqualTo(new Listing<>(List.of("a"), cut));
        }

        @Test
        void throwsABugAsItIs() {
            IllegalArgumentException bug = new IllegalArgumentException("bug");

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Listings.await(Rows.failing(bug)))
                    .isSameAs(bug);
        }

        @Test
        void wrapsWhatCannotBeThrownAsItIs() {
            IOException foreign = new IOException("foreign");

            assertThatIllegalStateException()
                    .isThrownBy(() -> Listings.await(Rows.failing(foreign)))
                    .withCause(foreign);
        }

        @Test
        void cancelsWhenTheThreadIsInterrupted() {
            Rows rows = Rows.endless("a");
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> Listings.await(rows));
            assertThat(rows.cancelled).isTrue();
        }
    }

    @Nested
    class AListing {
        @Test
        void isCompleteWithoutAFailure() {
            assertThat(new Listing<>(List.of(), null).complete()).isTrue();
            assertThat(new Listing<>(List.of(), null).failure()).isEmpty();
        }

        @Test
        void keepsItsRowsWhateverBecomesOfTheList() {
            List<String> rows = new ArrayList<>(List.of("a"));
            Listing<String> listing = new Listing<>(rows, null);

            rows.clear();

            assertThat(listing.rows()).containsExactly("a");
        }
    }
}
