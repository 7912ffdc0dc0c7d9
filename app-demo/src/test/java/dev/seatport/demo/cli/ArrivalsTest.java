package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Rows for a thread that waits: all of them, before what ends them, and not too many ahead. */
class ArrivalsTest {
    /** Gives what it is asked for at once, counting; after its last row it ends. */
    private static final class Counter implements Flow.Publisher<Integer> {
        private final int rows;
        private final RuntimeException failure;
        private int given;
        private boolean cancelled;

        private Counter(int rows, RuntimeException failure) {
            this.rows = rows;
            this.failure = failure;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long wanted) {
                    long last = Math.min(rows, given + wanted);
                    while (given < last) {
                        given++;
                        subscriber.onNext(given);
                    }
                    if (given == rows) {
                        subscriber.onError(failure);
                    }
                }

                @Override
                public void cancel() {
                    cancelled = true;
                }
            });
        }
    }

    @Test
    void comeBeforeAFailureThatIsAlreadyThere() throws InterruptedException {
        RuntimeException failure = new IllegalStateException("broken off");
        List<Integer> taken = new ArrayList<>();

        try (Arrivals<Integer> arrivals = Arrivals.of(new Counter(3, failure))) {
            for (int i = 0; i < 3; i++) {
                taken.add(arrivals.next().orElseThrow());
            }
            assertThatThrownBy(arrivals::next).isSameAs(failure);
        }

        assertThat(taken).containsExactly(1, 2, 3);
    }

    @Test
    void areNotAskedForLongBeforeTheyAreTaken() throws InterruptedException {
        Counter endless = new Counter(Integer.MAX_VALUE, new IllegalStateException("never"));

        try (Arrivals<Integer> arrivals = Arrivals.of(endless)) {
            for (int i = 1; i <= 5_000; i++) {
                assertThat(arrivals.next()).contains(i);
                assertThat(endless.given - i).isLessThanOrEqualTo(256);
            }
        }

        assertThat(endless.cancelled).isTrue();
    }
}
