package dev.seatport.application.ledger;

import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Review that records in a ledger what it reads. Each subscription is one run of the ledger.
 *
 * <pre>{@code
 * SeatReview review = RecordingReview.builder(
 *                 ledger,
 *                 new RunStart("1.4", Map.of(seats.vendor(), "partner-7", licenses.vendor(), "partner-7")),
 *                 recorder -> FleetReview.builder(recorder.recording(seats), recorder.recording(licenses))
 *                         .build())
 *         .build();
 * }</pre>
 *
 * <p>The events of a customer may be published before its readings are durable. {@link ReviewEvent.Finished} is published after all
 * readings and the end of the run are durable. A run is complete if the review was whole, and was of all customers. A review that fails
 * with a {@link VendorException} ends its run as incomplete. The run of a cancelled review, and of one whose ledger fails, does not end:
 * its readings so far stay, and the lease of its accounts ends after some time.
 *
 * <p>If the ledger fails, the review fails with a {@link dev.seatport.ports.ledger.LedgerException}. Immutable and thread-safe.
 */
public final class RecordingReview implements SeatReview {
    private final SeatLedger ledger;
    private final RunStart start;
    private final Function<LedgerRecorder, SeatReview> review;
    private final InstantSource clock;
    private final Consumer<FinishedRun> listener;
    private final Executor ticks;

    private RecordingReview(Builder builder) {
        this.ledger = builder.ledger;
        this.start = builder.start;
        this.review = builder.review;
        this.clock = builder.clock;
        this.listener = builder.listener;
        this.ticks = builder.ticks;
    }

    /**
     * Returns a builder.
     *
     * @param start the version and the accounts of the vendors of the review
     * @param review creates the review of one run over the ports that the recorder returns
     */
    public static Builder builder(SeatLedger ledger, RunStart start, Function<LedgerRecorder, SeatReview> review) {
        return new Builder(ledger, start, review);
    }

    /** {@inheritDoc} */
    @Override
    public Flow.Publisher<ReviewEvent> review(ReviewRequest request) {
        Objects.requireNonNull(request, "request");
        return Multi.createFrom()
                .deferred(() -> Uni.createFrom()
                        .completionStage(() -> ledger.begin(start))
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(lease -> new Run(lease, request).events()));
    }

    /** One run, for one subscription. */
    private final class Run {
        private final LedgerLease lease;
        private final ReviewRequest request;
        private final ReadingBuffer buffer;

        Run(LedgerLease lease, ReviewRequest request) {
            this.lease = lease;
            this.request = request;
            this.buffer = new ReadingBuffer(ledger, lease, ticks);
        }

        Multi<ReviewEvent> events() {
            buffer.start();
            return Multi.createFrom()
                    .publisher(review.apply(new LedgerRecorder(buffer, clock)).review(request))
                    .onItem()
                    .call(event -> event instanceof ReviewEvent.Finished finished
                            ? finish(isComplete(finished))
                            : Uni.createFrom().voidItem())
                    .onFailure(this::isOfVendor)
                    .recoverWithMulti(failure -> finish(false)
                            .onItem()
                            .transformToMulti(nothing -> Multi.createFrom().<ReviewEvent>failure(failure)))
                    .onFailure()
                    .transform(this::causedByLedger)
                    .onTermination()
                    .invoke(buffer::close);
        }

        private boolean isComplete(ReviewEvent.Finished finished) {
            return finished.completeness().whole() && request.customers().isEmpty();
        }

        private boolean isOfVendor(Throwable failure) {
            return failure instanceof VendorException && buffer.failure() == null;
        }

        /** A failed append ends calls of the review, which may fail with another exception. */
        private Throwable causedByLedger(Throwable failure) {
            return Objects.requireNonNullElse(buffer.failure(), failure);
        }

        private Uni<Void> finish(boolean complete) {
            return Uni.createFrom()
                    .completionStage(buffer::flush)
                    .chain(() -> Uni.createFrom().completionStage(() -> {
                        buffer.close();
                        return ledger.finish(lease, complete);
                    }))
                    .invoke(run -> listener.accept(new FinishedRun(run, buffer.recorded())))
                    .replaceWithVoid();
        }
    }

    /** Builder of a recording review. Not thread-safe. */
    public static final class Builder {
        private final SeatLedger ledger;
        private final RunStart start;
        private final Function<LedgerRecorder, SeatReview> review;
        private InstantSource clock = InstantSource.system();
        private Consumer<FinishedRun> listener = run -> {};
        private Executor ticks =
                CompletableFuture.delayedExecutor(ReadingBuffer.TICK.toMillis(), TimeUnit.MILLISECONDS);

        private Builder(SeatLedger ledger, RunStart start, Function<LedgerRecorder, SeatReview> review) {
            this.ledger = Objects.requireNonNull(ledger, "ledger");
            this.start = Objects.requireNonNull(start, "start");
            this.review = Objects.requireNonNull(review, "review");
        }

        /** Sets the clock for the times of readings. Default: the system clock. */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /**
         * Sets a listener of the end of each run. It is called before {@link ReviewEvent.Finished} is published, or before the failure
         * of the vendor, and must not block. Default: none.
         */
        public Builder listener(Consumer<FinishedRun> runs) {
            this.listener = Objects.requireNonNull(runs, "listener");
            return this;
        }

        /** Sets the executor that runs each task after {@link ReadingBuffer#TICK}, for tests. */
        Builder ticks(Executor delayed) {
            this.ticks = delayed;
            return this;
        }

        public RecordingReview build() {
            return new RecordingReview(this);
        }
    }
}
