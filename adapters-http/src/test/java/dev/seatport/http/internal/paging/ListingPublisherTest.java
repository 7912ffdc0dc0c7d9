package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListingPublisherTest {
    private static final Provenance FROM =
            new Provenance(new Vendor("acme"), "things", Instant.parse("2026-01-01T00:00:00Z"), null);

    private final List<VendorException> failures = new ArrayList<>();
    private final Queue<UniEmitter<? super RowBatch<Long>>> pendingBatches = new ArrayDeque<>();
    private int cancelledCalls;

    private final ListingPublisher<Long> publisher = new ListingPublisher<>(() -> this::batch, failures::add);

    private Uni<RowBatch<Long>> batch() {
        return Uni.createFrom().emitter(emitter -> {
            pendingBatches.add(emitter);
            emitter.onTermination(() -> cancelledCalls += pendingBatches.contains(emitter) ? 1 : 0);
        });
    }

    private static RowBatch<Long> batch(boolean more, @Nullable VendorException endedBy, long... rows) {
        ListingResult<Long> listing =
                new ListingResult<>(LongStream.of(rows).boxed().toList(), endedBy);
        return RowBatch.of(new Observed<>(listing, FROM), more);
    }

    private void emitBatch(RowBatch<Long> batch) {
        pendingBatches.remove().complete(batch);
    }

    private static VendorException failure() {
        return VendorException.builder(FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "things", "rows are missing")
                .build();
    }

    private static List<Long> values(List<Observed<Long>> rows) {
        return rows.stream().map(Observed::value).toList();
    }

    @Test
    void emitsEachRowWithTheProvenanceOfItsResponse() {
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(publisher).request(5);
        emitBatch(batch(false, null, 1, 2));
        assertThat(subscriber.next(2)).containsExactly(new Observed<>(1L, FROM), new Observed<>(2L, FROM));
        subscriber.completed();
    }

    @Test
    void failsAfterTheRowsOfTheLastBatch() {
        VendorException endedBy = failure();
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(publisher).request(5);
        emitBatch(batch(false, endedBy, 1, 2));
        assertThat(values(subscriber.next(2))).containsExactly(1L, 2L);
        assertThat(subscriber.failure()).isSameAs(endedBy);
        assertThat(failures).containsExactly(endedBy);
    }

    @Test
    void requestsNothingAfterTheLastBatch() {
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(publisher).request(5);
        emitBatch(batch(false, null, 1));
        assertThat(values(subscriber.next(1))).containsExactly(1L);
        subscriber.completed();
        assertThat(pendingBatches).isEmpty();
    }

    @Test
    void requestsTheNextBatchAfterAnEmptyOne() {
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(publisher).request(1);
        emitBatch(batch(true, null));
        emitBatch(batch(false, null, 7));
        assertThat(values(subscriber.next(1))).containsExactly(7L);
        subscriber.completed();
    }

    @Test
    void doesNotRecursePerBatch() {
        ListingPublisher<Long> endless =
                new ListingPublisher<>(() -> () -> Uni.createFrom().item(batch(true, null, 1, 2, 3)), failures::add);
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(endless).request(100_000);
        assertThat(subscriber.next(100_000)).hasSize(100_000);
        assertThat(subscriber.hasNoSignals()).isTrue();
        subscriber.cancel();
    }

    @Test
    void capsTheSumOfTheDemand() {
        DemandSubscriber<Observed<Long>> subscriber = DemandSubscriber.of(publisher)
                .request(Long.MAX_VALUE)
                .request(Long.MAX_VALUE)
                .request(1);
        emitBatch(batch(true, null, 1, 2));
        emitBatch(batch(false, null, 3));
        assertThat(values(subscriber.next(3))).containsExactly(1L, 2L, 3L);
        subscriber.completed();
    }

    @Nested
    class Cancellation {
        @Test
        void cancelsTheCallInProgress() {
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(publisher).request(1);
            subscriber.cancel();
            assertThat(cancelledCalls).isEqualTo(1);
            emitBatch(batch(false, null, 1));
            assertThat(subscriber.hasNoSignals()).isTrue();
        }

        @Test
        void duringTheStartOfACallCancelsTheCall() {
            List<DemandSubscriber<Observed<Long>>> cancelling = new ArrayList<>();
            AtomicInteger ended = new AtomicInteger();
            Uni<RowBatch<Long>> starting = Uni.createFrom().emitter(emitter -> {
                emitter.onTermination(ended::incrementAndGet);
                cancelling.get(0).cancel();
            });
            cancelling.add(DemandSubscriber.of(new ListingPublisher<>(() -> () -> starting, failures::add)));
            cancelling.get(0).request(1);
            assertThat(ended).hasValue(1);
            assertThat(cancelling.get(0).hasNoSignals()).isTrue();
        }

        @Test
        void byAnInvalidRequestCancelsTheCall() {
            DemandSubscriber<Observed<Long>> subscriber =
                    DemandSubscriber.of(publisher).request(1).request(0);
            assertThat(cancelledCalls).isEqualTo(1);
            assertThat(subscriber.failure()).isInstanceOf(IllegalArgumentException.class);
            assertThat(failures).isEmpty();
        }
    }

    @Nested
    class ASourceThatThrows {
        @Test
        void onCreationFailsTheSubscriptionWithoutDemand() {
            VendorException thrown = failure();
            ListingPublisher<Long> failing = new ListingPublisher<>(
                    () -> {
                        throw thrown;
                    },
                    failures::add);
            assertThat(DemandSubscriber.of(failing).failure()).isSameAs(thrown);
            assertThat(failures).containsExactly(thrown);
        }

        @Test
        void onDemandFailsTheSubscription() {
            VendorException thrown = failure();
            ListingPublisher<Long> failing = new ListingPublisher<>(
                    () -> () -> {
                        throw thrown;
                    },
                    failures::add);
            assertThat(DemandSubscriber.of(failing).request(1).failure()).isSameAs(thrown);
        }
    }
}
