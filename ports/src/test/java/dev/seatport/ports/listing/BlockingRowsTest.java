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
                    FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "customers", "2 of 3 rows arrived")
            .build();

    private static List<String> all(BlockingRows<String> rows) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (Optional<String> row = rows.next(); row.isPresent(); row = rows.next()) {
            taken.add(row.get());
        }
        return taken;
    }

    /** Endless publisher of 1, 2, 3 and so on. Delivers each request at once. */
    private static final class Counter implements Flow.Publisher<Integer> {
        private int delivered;
        private boolean cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    for (long row = 0; row < count; row++) {
                        delivered++;
                        subscriber.onNext(delivered);
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
        void followsAllRowsAndRepeats() throws InterruptedException {
            try (BlockingRows<String> rows = BlockingRows.of(RowSource.complete("a", "b"))) {
                assertThat(all(rows)).containsExactly("a", "b");
                assertThat(rows.next()).isEmpty();
            }
        }

        @Test
        void isAFailureAfterTheRowsBeforeIt() throws InterruptedException {
            try (BlockingRows<String> rows = BlockingRows.of(RowSource.failing(cut, "a", "b"))) {
                assertThat(rows.next()).contains("a");
                assertThat(rows.next()).contains("b");
                assertThatThrownBy(rows::next).isSameAs(cut);
                assertThatThrownBy(rows::next).isSameAs(cut);
            }
        }

        @Test
        void wrapsACheckedException() {
            IOException checked = new IOException("checked");

            try (BlockingRows<String> rows = BlockingRows.of(RowSource.failing(checked))) {
                assertThatIllegalStateException().isThrownBy(rows::next).withCause(checked);
            }
        }
    }

    @Nested
    class Demand {
        @Test
        void isAtMostThePrefetch() throws InterruptedException {
            for (int prefetch : new int[] {1, 2, 3, 16}) {
                Counter endless = new Counter();
                try (BlockingRows<Integer> rows = BlockingRows.of(endless, prefetch)) {
                    assertThat(endless.delivered).isEqualTo(prefetch);
                    for (int i = 1; i <= 100; i++) {
                        assertThat(rows.next()).contains(i);
                        assertThat(endless.delivered - i).isBetween(prefetch - Math.max(1, prefetch / 2), prefetch);
                    }
                }
            }
        }

        @Test
        void mustBeAtLeastOneRow() {
            assertThatIllegalArgumentException().isThrownBy(() -> BlockingRows.of(new Counter(), 0));
        }
    }

    @Nested
    class Closing {
        @Test
        void cancelsTheSubscription() throws InterruptedException {
            Counter endless = new Counter();

            try (BlockingRows<Integer> rows = BlockingRows.of(endless)) {
                assertThat(rows.next()).contains(1);
                assertThat(endless.cancelled).isFalse();
            }

            assertThat(endless.cancelled).isTrue();
        }

        @Test
        void failsTheNextCallInsteadOfEnding() {
            BlockingRows<String> rows = BlockingRows.of(RowSource.complete("a"));

            rows.close();

            assertThatExceptionOfType(CancellationException.class).isThrownBy(rows::next);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(rows::next);
        }

        @Test
        void endsAWaitingCall() throws Exception {
            BlockingRows<String> rows = BlockingRows.of(RowSource.endless());
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                try {
                    rows.next();
                    outcome.complete(new AssertionError("a row arrived"));
                } catch (InterruptedException | RuntimeException e) {
                    outcome.complete(e);
                }
            });
            reader.start();
            while (reader.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }

            rows.close();

            assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }

        @Test
        void cancelsALateSubscription() {
            SilentPublisher silent = new SilentPublisher();
            BlockingRows<String> rows = BlockingRows.of(silent);
            rows.close();
            RowSource rowSource = RowSource.endless("a");

            rowSource.subscribe(silent.subscriber());

            assertThat(rowSource.cancelled).isTrue();
        }
    }

    @Test
    void cancelsASecondSubscription() throws InterruptedException {
        RowSource rowSource = RowSource.endless("a");
        try (BlockingRows<String> rows = BlockingRows.of(rowSource)) {
            rowSource.subscribeAgain();

            assertThat(rowSource.cancelled).isTrue();
            assertThat(rows.next()).contains("a");
        }
    }

    @Test
    void continuesAfterAnInterrupt() throws InterruptedException {
        RowSource rowSource = RowSource.complete("a");
        try (BlockingRows<String> rows = BlockingRows.of(rowSource)) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(rows::next);
            assertThat(all(rows)).containsExactly("a");
        }
    }

    /** Publisher that never calls onSubscribe. */
    private static final class SilentPublisher implements Flow.Publisher<String> {
        private Flow.@Nullable Subscriber<? super String> received;

        @Override
        public void subscribe(Flow.Subscriber<? super String> subscriber) {
            received = subscriber;
        }

        Flow.Subscriber<? super String> subscriber() {
            return Objects.requireNonNull(received);
        }
    }
}
