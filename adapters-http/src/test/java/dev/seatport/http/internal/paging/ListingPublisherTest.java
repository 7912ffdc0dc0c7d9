package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
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
    private final Queue<UniEmitter<? super RowBatch<Long>>> asked = new ArrayDeque<>();
    private int left;

    private final ListingPublisher<Long> stream = new ListingPublisher<>(() -> this::batch, failures::add);

    private Uni<RowBatch<Long>> batch() {
        return Uni.createFrom().emitter(emitter -> {
            asked.add(emitter);
            emitter.onTermination(() -> left += asked.contains(emitter) ? 1 : 0);
        });
    }

    private static RowBatch<Long> batch(boolean more, @Nullable VendorException endedBy, long... rows) {
        Listing<Long> listing = new Listing<>(LongStream.of(rows).boxed().toList(), endedBy);
        return RowBatch.of(new Observed<>(listing, FROM), more);
    }

    private void arrives(RowBatch<Long> batch) {
        asked.remove().complete(batch);
    }

    private static VendorException failure() {
        return VendorException.builder(FailureKind.INCOMPLETE_LISTING, new Vendor("acme"), "things", "rows are missing")
                .build();
    }

    private static List<Long> values(List<Observed<Long>> demandSubscriber) {
        return demandSubscriber.stream().map(Observed::value).toList();
    }

    @Test
    void givesEachRowTheProvenanceOfItsAnswer() {
        DemandSubscriber<Observed<Long>> demandSubscriber =
                DemandSubscriber.of(stream).ask(5);
        arrives(batch(false, null, 1, 2));
        assertThat(demandSubscriber.next(2)).containsExactly(new Observed<>(1L, FROM), new Observed<>(2L, FROM));
        demandSubscriber.completed();
    }

    @Test
    void failsAfterTheGoodRowsWithWhatEndedTheListing() {
        VendorException endedBy = failure();
        DemandSubscriber<Observed<Long>> demandSubscriber =
                DemandSubscriber.of(stream).ask(5);
        arrives(batch(false, endedBy, 1, 2));
        assertThat(values(demandSubscriber.next(2))).containsExactly(1L, 2L);
        assertThat(demandSubscriber.failure()).isSameAs(endedBy);
        assertThat(failures).containsExactly(endedBy);
    }

    @Test
    void asksForNothingAfterAPortionThatIsTheWhole() {
        DemandSubscriber<Observed<Long>> demandSubscriber =
                DemandSubscriber.of(stream).ask(5);
        arrives(batch(false, null, 1));
        assertThat(values(demandSubscriber.next(1))).containsExactly(1L);
        demandSubscriber.completed();
        assertThat(asked).isEmpty();
    }

    @Test
    void asksForThePortionAfterAnEmptyOneThatPromisesMore() {
        DemandSubscriber<Observed<Long>> demandSubscriber =
                DemandSubscriber.of(stream).ask(1);
        arrives(batch(true, null));
        arrives(batch(false, null, 7));
        assertThat(values(demandSubscriber.next(1))).containsExactly(7L);
        demandSubscriber.completed();
    }

    @Test
    void isAsDeepInCallsAfterManyPortionsAsAfterOne() {
        ListingPublisher<Long> endless =
                new ListingPublisher<>(() -> () -> Uni.createFrom().item(batch(true, null, 1, 2, 3)), failures::add);
        DemandSubscriber<Observed<Long>> demandSubscriber =
                DemandSubscriber.of(endless).ask(100_000);
        assertThat(demandSubscriber.next(100_000)).hasSize(100_000);
        assertThat(demandSubscriber.silent()).isTrue();
        demandSubscriber.cancel();
    }

    @Test
    void addsUpWhatIsAskedForWithoutEverForgettingIt() {
        DemandSubscriber<Observed<Long>> demandSubscriber = DemandSubscriber.of(stream)
                .ask(Long.MAX_VALUE)
                .ask(Long.MAX_VALUE)
                .ask(1);
        arrives(batch(true, null, 1, 2));
        arrives(batch(false, null, 3));
        assertThat(values(demandSubscriber.next(3))).containsExactly(1L, 2L, 3L);
        demandSubscriber.completed();
    }

    @Nested
    class WhoLeaves {
        @Test
        void endsTheCallThatIsUnderWay() {
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(stream).ask(1);
            demandSubscriber.cancel();
            assertThat(left).isEqualTo(1);
            arrives(batch(false, null, 1));
            assertThat(demandSubscriber.silent()).isTrue();
        }

        @Test
        void whileTheCallBeginsEndsIt() {
            List<DemandSubscriber<Observed<Long>>> leaving = new ArrayList<>();
            AtomicInteger ended = new AtomicInteger();
            Uni<RowBatch<Long>> begins = Uni.createFrom().emitter(emitter -> {
                emitter.onTermination(ended::incrementAndGet);
                leaving.get(0).cancel();
            });
            leaving.add(DemandSubscriber.of(new ListingPublisher<>(() -> () -> begins, failures::add)));
            leaving.get(0).ask(1);
            assertThat(ended).hasValue(1);
            assertThat(leaving.get(0).silent()).isTrue();
        }

        @Test
        void byAskingForNothingEndsTheCallToo() {
            DemandSubscriber<Observed<Long>> demandSubscriber =
                    DemandSubscriber.of(stream).ask(1).ask(0);
            assertThat(left).isEqualTo(1);
            assertThat(demandSubscriber.failure()).isInstanceOf(IllegalArgumentException.class);
            assertThat(failures).isEmpty();
        }
    }

    @Nested
    class ASourceThatThrows {
        @Test
        void whenItIsMadeFailsTheSubscriptionWithoutBeingAsked() {
            VendorException refusal = failure();
            ListingPublisher<Long> refused = new ListingPublisher<>(
                    () -> {
                        throw refusal;
                    },
                    failures::add);
            assertThat(DemandSubscriber.of(refused).failure()).isSameAs(refusal);
            assertThat(failures).containsExactly(refusal);
        }

        @Test
        void whenItIsAskedFailsTheSubscription() {
            VendorException refusal = failure();
            ListingPublisher<Long> refused = new ListingPublisher<>(
                    () -> () -> {
                        throw refusal;
                    },
                    failures::add);
            assertThat(DemandSubscriber.of(refused).ask(1).failure()).isSameAs(refusal);
        }
    }
}
