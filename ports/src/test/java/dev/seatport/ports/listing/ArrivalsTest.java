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
class ArrivalsTest {
    private final VendorException cut = VendorException.builder(
                    FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "customers", "2 of 3 rows came")
            .build();

    private static List<String> all(Arrivals<String> arrivals) throws InterruptedException {
        List<String> rows = new ArrayList<>();
        for (Optional<String> row = arrivals.next(); row.isPresent(); row = arrivals.next()) {
            rows.add(row.get());
        }
        return rows;
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
            try (Arrivals<String> arrivals = Arrivals.of(Rows.complete("a", "b"))) {
                assertThat(all(arrivals)).containsExactly("a", "b");
                assertThat(arrivals.next()).isEmpty();
            }
        }

        @Test
        void isAFailureAfterTheRowsThatCameBeforeIt() throws InterruptedException {
            try (Arrivals<String> arrivals = Arrivals.of(Rows.failing(cut, "a", "b"))) {
                assertThat(arrivals.next()).contains("a");
                assertThat(arrivals.next()).contains("b");
                assertThatThrownBy(arrivals::next).isSameAs(cut);
                assertThatThrownBy(arrivals::next).isSameAs(cut);
            }
        }

        @Test
        void wrapsWhatCannotBeThrownAsItIs() {
            IOException foreign = new IOException("foreign");

            try (Arrivals<String> arrivals = Arrivals.of(Rows.failing(foreign))) {
                assertThatIllegalStateException().isThrownBy(arrivals::next).withCause(foreign);
            }
        }
    }

    @Nested
    class Demand {
        @Test
        void runsAheadOfWhatIsTakenByABoundedNumber() throws InterruptedException {
            for (int ahead : new int[] {1, 2, 3, 16}) {
                Counter endless = new Counter();
                try (Arrivals<Integer> arrivals = Arrivals.of(endless, ahead)) {
                    assertThat(endless.given).isEqualTo(ahead);
                    for (int i = 1; i <= 100; i++) {
                        assertThat(arrivals.next()).contains(i);
                        assertThat(endless.given - i).isBetween(ahead - Math.max(1, ahead / 2), ahead);
                    }
                }
            }
        }

        @Test
        void mustBeForARowAtLeast() {
            assertThatIllegalArgumentException().isThrownBy(() -> Arrivals.of(new Counter(), 0));
        }
    }

    @Nested
    class Closing {
        @Test
        void cancelsTheSubscription() throws InterruptedException {
            Counter endless = new Counter();

            try (Arrivals<Integer> arrivals = Arrivals.of(endless)) {
                assertThat(arrivals.next()).contains(1);
                assertThat(endless.cancelled).isFalse();
            }

            assertThat(endless.cancelled).isTrue();
        }

        @Test
        void isNeverTakenForTheEnd() {
            Arrivals<String> arrivals = Arrivals.of(Rows.complete("a"));

            arrivals.close();

            assertThatExceptionOfType(CancellationException.class).isThrownBy(arrivals::next);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(arrivals::next);
        }

        @Test
        void wakesUpWhoeverWaits() throws Exception {
            Arrivals<String> arrivals = Arrivals.of(Rows.endless());
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                try {
                    arrivals.next();
                    outcome.complete(new AssertionError("a row came"));
                } catch (InterruptedException | RuntimeException e) {
                    outcome.complete(e);
                }
            });
            reader.start();
            while (reader.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }

            arrivals.close();

            assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }

        @Test
        void cancelsASubscriptionThatComesTooLate() {
            Late late = new Late();
            Arrivals<String> arrivals = Arrivals.of(late);
            arrivals.close();
            Rows rows = Rows.endless("a");

            rows.subscribe(late.subscriber());

            assertThat(rows.cancelled).isTrue();
        }
    }

    @Test
    void refuseASecondSubscription() throws InterruptedException {
        Rows rows = Rows.endless("a");
        try (Arrivals<String> arrivals = Arrivals.of(rows)) {
            rows.subscribeAgain();

            assertThat(rows.cancelled).isTrue();
            assertThat(arrivals.next()).contains("a");
        }
    }

    @Test
    void goOnAfterAnInterrupt() throws InterruptedException {
        Rows rows = Rows.complete("a");
        try (Arrivals<String> arrivals = Arrivals.of(rows)) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(arrivals::next);
            assertThat(all(arrivals)).containsExactly("a");
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
