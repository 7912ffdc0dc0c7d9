package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.ManualScheduler;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndedCallsTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "thing", null);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ManualScheduler time = new ManualScheduler();
    private final CallTimeoutEnforcer callTimeouts = new CallTimeoutEnforcer(time, time);
    private final Bulkhead bulkhead = new Bulkhead(time, time, 1, 10);
    private final AtomicInteger ends = new AtomicInteger();

    private CompletableFuture<Void> call() {
        Uni<Void> waits = CancellableTask.delay(Duration.ofSeconds(30), time, time);
        CompletableFuture<Void> result = callTimeouts
                .withTimeout(
                        LIMIT,
                        bulkhead.execute(OPERATION, waits),
                        () -> failure(FailureKind.TIMED_OUT),
                        () -> failure(FailureKind.CLOSED))
                .onTermination()
                .invoke(ends::incrementAndGet)
                .subscribeAsCompletionStage();
        time.runTasks();
        return result;
    }

    private static VendorException failure(FailureKind kind) {
        return VendorException.builder(kind, OPERATION.vendor(), OPERATION.name(), "ended")
                .build();
    }

    @Test
    void failsCallsInARetryWaitAndInTheQueueAndReleasesTimersAndPermits() {
        List<CompletableFuture<Void>> calls =
                Stream.generate(this::call).limit(3).toList();
        AtomicInteger idle = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        bulkhead.close(idle::incrementAndGet);
        callTimeouts.failAll(done::incrementAndGet);
        time.runTasks();
        calls.forEach(call -> FailureAssertions.failure(call, FailureKind.CLOSED));
        assertThat(ends).hasValue(3);
        assertThat(done).hasValue(1);
        assertThat(idle).hasValue(1);
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void endsNothingTwice() {
        CompletableFuture<Void> call = call();
        time.advance(Duration.ofSeconds(30));
        assertThat(call).isCompletedWithValue(null);
        callTimeouts.failAll(() -> {});
        time.runTasks();
        assertThat(ends).hasValue(1);
        assertThat(time.pendingTimers()).isZero();
    }
}
