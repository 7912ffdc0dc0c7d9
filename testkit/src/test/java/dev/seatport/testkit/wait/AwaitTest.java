package dev.seatport.testkit.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwaitTest {
    private static final Vendor ACME = new Vendor("acme");
    private final VendorException down = VendorException.builder(FailureKind.UNAVAILABLE, ACME, "things", "down")
            .build();

    private static Observed<String> row(String value) {
        return new Observed<>(value, new Provenance(ACME, "things", Instant.EPOCH, null));
    }

    private static Flow.Publisher<Observed<String>> publisher(@Nullable VendorException failure) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private final Iterator<Observed<String>> rows =
                    List.of(row("a"), row("b")).iterator();
            private boolean ended;

            @Override
            public void request(long wanted) {
                for (long left = wanted; left > 0 && rows.hasNext(); left--) {
                    subscriber.onNext(rows.next());
                }
                if (!rows.hasNext() && !ended) {
                    ended = true;
                    end(subscriber, failure);
                }
            }

            @Override
            public void cancel() {
                ended = true;
            }
        });
    }

    private static void end(Flow.Subscriber<?> subscriber, @Nullable VendorException failure) {
        if (failure == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(failure);
        }
    }

    @Test
    void returnsTheResultOfAStage() {
        assertThat(Await.result(CompletableFuture.completedFuture("a"))).isEqualTo("a");
        assertThat(Await.value(CompletableFuture.completedFuture(row("a")))).isEqualTo("a");
        assertThatThrownBy(() -> Await.result(CompletableFuture.failedFuture(down)))
                .isInstanceOf(AssertionError.class)
                .hasCause(down);
    }

    @Test
    void returnsTheVendorFailureOfAStage() {
        assertThat(Await.failure(CompletableFuture.failedFuture(down))).isSameAs(down);
        assertThatThrownBy(() -> Await.failure(CompletableFuture.completedFuture("a")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected a failure, not a");
        assertThatThrownBy(() -> Await.failure(CompletableFuture.failedFuture(new IllegalStateException())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected a VendorException");
    }

    @Test
    void returnsTheRowsOfACompleteListing() {
        assertThat(Await.rows(publisher(null))).containsExactly("a", "b");
        assertThatThrownBy(() -> Await.rows(publisher(down))).isSameAs(down);
    }

    @Test
    void returnsTheRowsBeforeAFailure() {
        ListingResult<Observed<String>> listing = Await.listing(publisher(down));

        assertThat(Await.values(listing)).containsExactly("a", "b");
        assertThat(Await.failure(publisher(down))).isSameAs(down);
        assertThatThrownBy(() -> Await.failure(publisher(null)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("complete");
    }

    @Test
    void waitsForTheEndOfASubscription() {
        ListingResult<String> whole = Await.end(TestSubscriber.oneByOne(publisher(null)));
        ListingResult<String> broken = Await.end(TestSubscriber.oneByOne(publisher(down)));

        assertThat(whole.rows()).containsExactly("a", "b");
        assertThat(whole.failure()).isEmpty();
        assertThat(broken.failure()).containsSame(down);
    }

    @Test
    void waitsUntilAConditionHolds() {
        AtomicInteger checks = new AtomicInteger();

        Await.until(() -> checks.incrementAndGet() == 3);

        assertThat(checks).hasValue(3);
        assertThatThrownBy(() -> Await.until(() -> false, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("waited PT0.001S for a condition");
    }

    @Test
    void stopsWaitingForAnEndlessSubscription() {
        Flow.Publisher<Observed<String>> endless = subscriber -> {
            Thread thread = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    subscriber.onNext(row("a"));
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long wanted) {
                    if (thread.getState() == Thread.State.NEW) {
                        thread.start();
                    }
                }

                @Override
                public void cancel() {
                    thread.interrupt();
                }
            });
        };
        TestSubscriber<Observed<String>> subscriber = TestSubscriber.on(endless).request(1);

        assertThatThrownBy(() -> Await.end(subscriber, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("for the end");
        subscriber.cancel();
    }
}
