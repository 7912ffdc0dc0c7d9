package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.ManualScheduler;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallTimeoutEnforcerTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ManualScheduler time = new ManualScheduler();
    private final CallTimeoutEnforcer callTimeouts = new CallTimeoutEnforcer(time, time);
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private static VendorException failure(FailureKind kind) {
        return VendorException.builder(kind, new Vendor("acme"), "thing", "over")
                .build();
    }

    private static <T> CompletableFuture<T> within(CallTimeoutEnforcer callTimeouts, Uni<T> call) {
        return callTimeouts
                .withTimeout(LIMIT, call, () -> failure(FailureKind.TIMED_OUT), () -> failure(FailureKind.CLOSED))
                .subscribeAsCompletionStage();
    }

    /** Call that never ends, and records its start and its cancellation. */
    private Uni<String> endless() {
        return Uni.createFrom().<String>emitter(emitter -> {
            started.incrementAndGet();
            emitter.onTermination(() -> cancelled.set(true));
        });
    }

    @Test
    void allowsWaitsThatEndBeforeTheTimeout() {
        CallProgress callProgress = callTimeouts.start(LIMIT);
        assertThat(callTimeouts.canWait(callProgress, LIMIT.minusNanos(1))).isTrue();
        assertThat(callTimeouts.canWait(callProgress, LIMIT)).isFalse();
        time.advance(Duration.ofSeconds(3));
        assertThat(callTimeouts.canWait(callProgress, Duration.ofSeconds(2).minusNanos(1)))
                .isTrue();
        assertThat(callTimeouts.canWait(callProgress, Duration.ofSeconds(2))).isFalse();
    }

    @Test
    void startsWithNoRequestSent() {
        CallProgress callProgress = callTimeouts.start(LIMIT);
        assertThat(callProgress.requestsSent()).isZero();
        assertThat(callProgress.countRequest()).isOne();
        assertThat(callProgress.countRequest()).isEqualTo(2);
        assertThat(callProgress.requestsSent()).isEqualTo(2);
    }

    @Test
    void cancelsTheCallAtTheTimeout() {
        CompletableFuture<String> call = within(callTimeouts, endless());
        time.advance(LIMIT);
        FailureAssertions.failure(call, FailureKind.TIMED_OUT);
        assertThat(cancelled).isTrue();
    }

    @Test
    void cancelsTheCallWhenTheCallerCancels() {
        CompletableFuture<String> call = within(callTimeouts, endless());
        time.runTasks();
        assertThat(time.pendingTimers()).isOne();
        call.cancel(true);
        time.runTasks();
        assertThat(cancelled).isTrue();
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void leavesNoTimerIfTheCallerCancelsBeforeTheStart() {
        CompletableFuture<String> call = within(callTimeouts, endless());
        call.cancel(true);
        time.runTasks();
        assertThat(started.get() == 0 || cancelled.get()).isTrue();
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void passesTheFailureOn() {
        CompletableFuture<String> call = within(callTimeouts, Uni.createFrom().failure(failure(FailureKind.NOT_FOUND)));
        time.runTasks();
        FailureAssertions.failure(call, FailureKind.NOT_FOUND);
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void failsAtOnceIfTheEventLoopIsClosed() {
        CallTimeoutEnforcer closed = new CallTimeoutEnforcer(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                time);
        CompletableFuture<String> call = within(closed, endless());
        assertThat(FailureAssertions.failure(call, FailureKind.CLOSED).attempts())
                .isZero();
        assertThat(started).hasValue(0);
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void cancelsTheCallIfTheCallerCancelsDuringTheStart() {
        List<CompletableFuture<String>> callers = new ArrayList<>();
        Uni<String> begins = Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(() -> cancelled.set(true));
            callers.get(0).cancel(true);
        });
        callers.add(within(new CallTimeoutEnforcer(time.executorOnLoop(), time), begins));
        time.runTasks();
        assertThat(cancelled).isTrue();
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void cancelsTheTimerBeforeTheSubscriberIsNotified() {
        CompletableFuture<Integer> fine =
                within(callTimeouts, Uni.createFrom().item("fine")).handle((item, failure) -> time.pendingTimers());
        CompletableFuture<Integer> failed = within(
                        callTimeouts, Uni.createFrom().failure(failure(FailureKind.NOT_FOUND)))
                .handle((item, failure) -> time.pendingTimers());
        time.runTasks();
        assertThat(fine).isCompletedWithValue(0);
        assertThat(failed).isCompletedWithValue(0);
    }

    @Test
    void failsNoCallIfTheEventLoopIsClosed() {
        CallTimeoutEnforcer closed = new CallTimeoutEnforcer(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                time);
        AtomicBoolean done = new AtomicBoolean();
        closed.failAll(() -> done.set(true));
        assertThat(done).isTrue();
    }
}
