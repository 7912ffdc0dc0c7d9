package dev.seatport.ports.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingRowsTest {
    private final VendorException cut = VendorException.builder(
                    FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "customers", "2 of 3 rows came")
            .build();

    private static List<String> all(BlockingRows<String> blockingRows) throws InterruptedException {
        List<String> rowSource = new ArrayList<>();
        for (Optional<String> row = blockingRows.next(); row.isPresent(); row = blockingRows.next()) {
            rowSource.add(row.get());
        }
        return rowSource;
    }

    /** Gives what it is asked for at once, counting, without end. */
    private static final class Counter implements Flow.Publisher<Integer> {
        private int given;
        private boolean cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long wanted) {
                    for (long row = 0; row < wanted; row++) {
                        given++;
                        subscriber.onNext(given);
                    }
                }

                @Override
                public void cancel() {
                    cancelled = true;
                }
            });
        }
    }

    @Nested
    class TheEnd {
        @Test
        void comesAfterAllRowsAndStays() throws InterruptedException {
            try (BlockingRows<String> blockingRows = BlockingRows.of(RowSource.complete("a", "b"))) {
                assertThat(all(blockingRows)).containsExactly("a", "b");
                assertThat(blockingRows.next()).isEmpty();
            }
        }

        @Test
        void isAFailureAfterTheRowsThatCameBeforeIt() throws InterruptedException {
            try (BlockingRows<String> blockingRows = BlockingRows.of(RowSource.failing(cut, "a", "b"))) {
                assertThat(blockingRows.next()).contains("a");
                assertThat(blockingRows.next()).contains("b");
                assertThatThrownBy(blockingRows::next).isSameAs(cut);
                assertThatThrownBy(blockingRows::next).isSameAs(cut);
            }
        }

        @Test
        void wrapsWhatCannotBeThrownAsItIs() {
            IOException foreign = new IOException("foreign");

            try (BlockingRows<String> blockingRows = BlockingRows.of(RowSource.failing(foreign))) {
                assertThatIllegalStateException().isThrownBy(blockingRows::next).withCause(foreign);
            }
        }
    }

    @Nested
    class Demand {
        @Test
        void runsAheadOfWhatIsTakenByABoundedNumber() throws InterruptedException {
            for (int ahead : new int[] {1, 2, 3, 16}) {
                Counter endless = new Counter();
                try (BlockingRows<Integer> blockingRows = BlockingRows.of(endless, ahead)) {
                    assertThat(endless.given).isEqualTo(ahead);
                    for (int i = 1; i <= 100; i++) {
                        assertThat(blockingRows.next()).contains(i);
                        assertThat(endless.given - i).isBetween(ahead - Math.max(1, ahead / 2), ahead);
                    }
                }
            }
        }

        @Test
        void mustBeForARowAtLeast() {
            assertThatIllegalArgumentException().isThrownBy(() -> BlockingRows.of(new Counter(), 0));
        }
    }

    @Nested
    class Closing {
        @Test
        void cancelsTheSubscription() throws InterruptedException {
            Counter endless = new Counter();

            try (BlockingRows<Integer> blockingRows = BlockingRows.of(endless)) {
                assertThat(blockingRows.next()).contains(1);
                assertThat(endless.cancelled).isFalse();
            }

            assertThat(endless.cancelled).isTrue();
        }

        @Test
        void isNeverTakenForTheEnd() {
            BlockingRows<String> blockingRows = BlockingRows.of(RowSource.complete("a"));

            blockingRows.close();

            assertThatExceptionOfType(CancellationException.class).isThrownBy(blockingRows::next);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(blockingRows::next);
        }

        @Test
        void wakesUpWhoeverWaits() throws Exception {
            BlockingRows<String> blockingRows = BlockingRows.of(RowSource.endless());
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                try {
                    blockingRows.next();
                    outcome.complete(new AssertionError("a row came"));
                } catch (InterruptedException | RuntimeException e) {
                    outcome.complete(e);
                }
            });
            reader.start();
            while (reader.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }

            blockingRows.close();

            assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }

        @Test
        void cancelsASubscriptionThatComesTooLate() {
            Late late = new Late();
            BlockingRows<String> blockingRows = BlockingRows.of(late);
            blockingRows.close();
            RowSource rowSource = RowSource.endless("a");

            rowSource.subscribe(late.subscriber());

            assertThat(rowSource.cancelled).isTrue();
        }
    }

    @Test
    void refuseASecondSubscription() throws InterruptedException {
        RowSource rowSource = RowSource.endless("a");
        try (BlockingRows<String> blockingRows = BlockingRows.of(rowSource)) {
            rowSource.subscribeAgain();

            assertThat(rowSource.cancelled).isTrue();
            assertThat(blockingRows.next()).contains("a");
        }
    }

    @Test
    void goOnAfterAnInterrupt() throws InterruptedException {
        RowSource rowSource = RowSource.complete("a");
        try (BlockingRows<String> blockingRows = BlockingRows.of(rowSource)) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(blockingRows::next);
            assertThat(all(blockingRows)).containsExactly("a");
        }
    }

    /** Keeps its subscriber waiting for a subscription. */
    private static final class Late implements Flow.Publisher<String> {
        private Flow.@Nullable Subscriber<? super String> given;

        @Override
        public void subscribe(Flow.Subscriber<? super String> subscriber) {
            given = subscriber;
        }

        Flow.Subscriber<? super String> subscriber() {
            return Objects.requireNonNull(given);
        }
    }
}
