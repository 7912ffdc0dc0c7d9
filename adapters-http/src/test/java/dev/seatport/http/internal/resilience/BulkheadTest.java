package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.ManualScheduler;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "thing", null);
    private static final int LIMIT = 2;
    private static final int QUEUE = 3;

    private final Loop loop = new Loop();
    private final Bulkhead bulkhead = new Bulkhead(loop, loop, LIMIT, QUEUE);
    private final List<Call> calls = new ArrayList<>();

    /** Event loop that the test runs. */
    private static final class Loop implements Executor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void turn() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    /** Call that the test completes. */
    private final class Call {
        private final CompletableFuture<String> work = new CompletableFuture<>();
        private boolean started;
        private final CompletableFuture<String> result = bulkhead.execute(
                        OPERATION, Uni.createFrom().deferred(() -> {
                            started = true;
                            return Uni.createFrom().completionStage(work);
                        }))
                .subscribeAsCompletionStage();

        void succeed() {
            work.complete("done");
            loop.turn();
        }

        void fail() {
            work.completeExceptionally(new IllegalStateException("broken"));
            loop.turn();
        }

        void cancel() {
            result.cancel(true);
            loop.turn();
        }
    }

    private List<Call> start(int times) {
        List<Call> started = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            started.add(new Call());
        }
        calls.addAll(started);
        loop.turn();
        return started;
    }

    private long running() {
        return calls.stream()
                .filter(call -> call.started && !call.result.isDone())
                .count();
    }

    /** All permits and queue places are free if exactly that many calls get one. */
    private void assertAllFree() {
        assertThat(running()).isZero();
        List<Call> all = start(LIMIT + QUEUE + 1);
        assertThat(running()).isEqualTo(LIMIT);
        assertThat(all)
                .filteredOn(call -> call.result.isCompletedExceptionally())
                .hasSize(1);
        all.forEach(Call::succeed);
        assertThat(running()).isZero();
    }

    @Nested
    class Limit {
        @Test
        void queuesFurtherCallsInOrder() {
            List<Call> five = start(5);
            assertThat(five).extracting(call -> call.started).containsExactly(true, true, false, false, false);
            five.get(1).succeed();
            assertThat(five).extracting(call -> call.started).containsExactly(true, true, true, false, false);
            five.get(0).fail();
            assertThat(five).extracting(call -> call.started).containsExactly(true, true, true, true, false);
            five.forEach(Call::succeed);
            assertThat(five.get(4).result).isCompletedWithValue("done");
            assertThat(FailureAssertions.thrown(five.get(0).result)).isInstanceOf(IllegalStateException.class);
            assertAllFree();
        }

        @Test
        void countsTheCallsWithAPermit() {
            assertThat(bulkhead.activeCalls()).isZero();
            List<Call> three = start(3);
            assertThat(bulkhead.activeCalls()).isEqualTo(LIMIT);
            three.forEach(Call::succeed);
            assertThat(bulkhead.activeCalls()).isZero();
        }

        @Test
        void releasesThePermitBeforeTheSubscriberIsNotified() {
            List<Call> four = start(4);
            CompletableFuture<Boolean> first = four.get(0).result.handle((done, failure) -> four.get(2).started);
            CompletableFuture<Boolean> second = four.get(1).result.handle((done, failure) -> four.get(3).started);
            four.get(0).succeed();
            four.get(1).fail();
            assertThat(first).isCompletedWithValue(true);
            assertThat(second).isCompletedWithValue(true);
        }

        @Test
        void canHaveNoQueue() {
            Bulkhead none = new Bulkhead(loop, loop, 1, 0);
            CompletableFuture<String> first =
                    none.execute(OPERATION, Uni.createFrom().item("done")).subscribeAsCompletionStage();
            loop.turn();
            assertThat(first).isCompletedWithValue("done");
            CompletableFuture<Object> second =
                    none.execute(OPERATION, Uni.createFrom().nothing()).subscribeAsCompletionStage();
            CompletableFuture<String> third =
                    none.execute(OPERATION, Uni.createFrom().item("done")).subscribeAsCompletionStage();
            loop.turn();
            FailureAssertions.failure(third, FailureKind.OVERLOADED);
            assertThat(second).isNotDone();
        }

        @Test
        void rejectsCallsBeyondTheQueue() {
            List<Call> six = start(6);
            assertThat(FailureAssertions.failure(six.get(5).result, FailureKind.OVERLOADED))
                    .hasMessage("acme thing: OVERLOADED: the queue is full (3 calls); make fewer calls at once");
            six.forEach(Call::succeed);
            assertAllFree();
        }
    }

    @Nested
    class Cancelling {
        @Test
        void whileRunningReleasesThePermitAndCancelsTheCall() {
            List<Call> three = start(3);
            three.get(0).cancel();
            assertThat(three.get(0).work).isCancelled();
            assertThat(three.get(2).started).isTrue();
            three.forEach(Call::succeed);
            assertAllFree();
        }

        @Test
        void whileQueuedLeavesTheQueue() {
            List<Call> five = start(5);
            five.get(3).cancel();
            List<Call> more = start(2);
            assertThat(more.get(0).result).isNotDone();
            assertThat(more.get(1).result).isCompletedExceptionally();
            five.get(0).succeed();
            five.get(1).succeed();
            assertThat(five.get(3).started).isFalse();
            assertThat(five.get(4).started).isTrue();
            five.forEach(Call::succeed);
            more.forEach(Call::succeed);
            assertAllFree();
        }

        @Test
        void beforeTheEventLoopRanTakesNothing() {
            List<Call> two = start(2);
            Call early = new Call();
            early.result.cancel(true);
            loop.turn();
            assertThat(early.started).isFalse();
            two.forEach(Call::succeed);
            assertAllFree();
        }

        @Test
        void whileTheCallStartsCancelsIt() {
            ManualScheduler time = new ManualScheduler();
            Bulkhead entered = new Bulkhead(time.executorOnLoop(), time, 1, 0);
            List<CompletableFuture<String>> callers = new ArrayList<>();
            AtomicInteger ended = new AtomicInteger();
            callers.add(entered.execute(OPERATION, Uni.createFrom().<String>emitter(emitter -> {
                        emitter.onTermination(ended::incrementAndGet);
                        callers.get(0).cancel(true);
                    }))
                    .subscribeAsCompletionStage());
            time.runTasks();
            assertThat(ended).hasValue(1);
            callers.add(
                    entered.execute(OPERATION, Uni.createFrom().item("done")).subscribeAsCompletionStage());
            time.runTasks();
            assertThat(callers.get(1)).isCompletedWithValue("done");
        }

        @Test
        void twiceAndAfterTheEndReleasesNothingTwice() {
            List<Call> two = start(2);
            two.get(0).cancel();
            two.get(0).cancel();
            two.get(1).succeed();
            two.get(1).cancel();
            assertAllFree();
        }
    }

    @Nested
    class Pausing {
        private final ManualScheduler time = new ManualScheduler();
        private int runs;

        private CompletableFuture<String> pausedOnce() {
            return bulkhead.execute(OPERATION, Uni.createFrom().<String>deferred(() -> {
                        runs++;
                        return runs == 1
                                ? Uni.createFrom()
                                        .failure(new PausedCallException(
                                                CancellableTask.delay(Duration.ofSeconds(1), time, time)))
                                : Uni.createFrom().item("after the pause");
                    }))
                    .subscribeAsCompletionStage();
        }

        private CompletableFuture<String> paused() {
            CompletableFuture<String> call = pausedOnce();
            loop.turn();
            time.runTasks();
            return call;
        }

        private void endPause() {
            time.advance(Duration.ofSeconds(1));
            loop.turn();
        }

        @Test
        void releasesThePermitAndRunsTheCallAgainWithAnother() {
            CompletableFuture<String> call = paused();
            List<Call> two = start(2);
            assertThat(running()).isEqualTo(2);
            endPause();
            assertThat(runs).isEqualTo(1);
            two.forEach(Call::succeed);
            assertThat(call).isCompletedWithValue("after the pause");
            assertThat(runs).isEqualTo(2);
            assertAllFree();
        }

        @Test
        void countsAsQueued() {
            CompletableFuture<String> call = paused();
            List<Call> five = start(5);
            assertThat(five.get(3).result).isNotDone();
            assertThat(FailureAssertions.failure(five.get(4).result, FailureKind.OVERLOADED))
                    .hasMessageContaining("the queue is full (3 calls)");
            endPause();
            five.forEach(Call::succeed);
            assertThat(call).isCompletedWithValue("after the pause");
            assertAllFree();
        }

        private CompletableFuture<String> pausedForever() {
            CompletableFuture<String> call = bulkhead.execute(
                            OPERATION,
                            Uni.createFrom()
                                    .<String>failure(new PausedCallException(
                                            Uni.createFrom().nothing())))
                    .subscribeAsCompletionStage();
            loop.turn();
            return call;
        }

        @Test
        void leavesThePermitsToOtherCallsIfTheQueueIsFull() {
            List<CompletableFuture<String>> paused =
                    Stream.generate(this::pausedForever).limit(QUEUE).toList();
            List<Call> three = start(LIMIT + 1);
            assertThat(running()).isEqualTo(LIMIT);
            FailureAssertions.failure(three.get(LIMIT).result, FailureKind.OVERLOADED);
            assertThat(paused).noneMatch(CompletableFuture::isDone);
        }

        @Test
        void failsTheCallThatTheQueueHasNoPlaceFor() {
            Stream.generate(this::pausedForever)
                    .limit(QUEUE)
                    .forEach(call -> assertThat(call).isNotDone());
            assertThat(FailureAssertions.failure(pausedForever(), FailureKind.OVERLOADED))
                    .hasMessageContaining("the queue is full (3 calls)");
            assertThat(bulkhead.activeCalls()).isZero();
        }

        @Test
        void exchangesThePlaceWithAQueuedCallIfTheQueueIsFull() {
            CompletableFuture<Void> begin = new CompletableFuture<>();
            CompletableFuture<Object> pausing = bulkhead.execute(
                            OPERATION,
                            Uni.createFrom()
                                    .completionStage(begin)
                                    .chain(() -> Uni.createFrom()
                                            .failure(new PausedCallException(
                                                    Uni.createFrom().nothing()))))
                    .subscribeAsCompletionStage();
            List<Call> others = start(LIMIT - 1 + QUEUE);
            begin.complete(null);
            loop.turn();
            assertThat(pausing).isNotDone();
            assertThat(others.get(LIMIT - 1).started).isTrue();
            assertThat(others).noneMatch(call -> call.result.isDone());
            FailureAssertions.failure(start(1).get(0).result, FailureKind.OVERLOADED);
        }

        @Test
        void endsWhenTheCallIsCancelled() {
            CompletableFuture<String> call = paused();
            assertThat(time.pendingTimers()).isOne();
            call.cancel(true);
            loop.turn();
            time.runTasks();
            assertThat(time.pendingTimers()).isZero();
            assertAllFree();
        }

        @Test
        void endsWhenTheClientIsClosed() {
            CompletableFuture<String> call = paused();
            AtomicInteger idle = new AtomicInteger();
            bulkhead.close(idle::incrementAndGet);
            loop.turn();
            FailureAssertions.failure(call, FailureKind.CLOSED);
            assertThat(idle).hasValue(1);
            time.runTasks();
            assertThat(time.pendingTimers()).isZero();
        }

        @Test
        void doesNotBeginOnceTheClientIsClosed() {
            CompletableFuture<String> call = pausedOnce();
            CompletableFuture<Void> begin = new CompletableFuture<>();
            CompletableFuture<Object> active = bulkhead.execute(
                            OPERATION,
                            Uni.createFrom()
                                    .completionStage(begin)
                                    .chain(() -> Uni.createFrom()
                                            .failure(new PausedCallException(
                                                    Uni.createFrom().nothing()))))
                    .subscribeAsCompletionStage();
            loop.turn();
            bulkhead.close(() -> {});
            begin.complete(null);
            loop.turn();
            FailureAssertions.failure(active, FailureKind.CLOSED);
            FailureAssertions.failure(call, FailureKind.CLOSED);
        }
    }

    @Nested
    class Closing {
        @Test
        void rejectsQueuedAndNewCallsAndKeepsTheActiveOnes() {
            List<Call> four = start(4);
            AtomicInteger idle = new AtomicInteger();
            bulkhead.close(idle::incrementAndGet);
            loop.turn();
            assertThat(FailureAssertions.failure(four.get(2).result, FailureKind.CLOSED))
                    .hasMessage("acme thing: CLOSED: this client was closed");
            FailureAssertions.failure(four.get(3).result, FailureKind.CLOSED);
            FailureAssertions.failure(start(1).get(0).result, FailureKind.CLOSED);
            four.get(0).succeed();
            assertThat(four.get(0).result).isCompletedWithValue("done");
            assertThat(four.get(2).started).isFalse();
            assertThat(idle).hasValue(0);
            four.get(1).cancel();
            assertThat(idle).hasValue(1);
        }

        /** The event loop may start a call before it runs the task of {@code close}. */
        @Test
        void rejectsACallThatTheEventLoopStartsLater() {
            List<Call> three = start(3);
            bulkhead.close(() -> {});
            Call late = new Call();
            three.get(0).work.complete("done");
            assertThat(three.get(2).started).isFalse();
            loop.turn();
            FailureAssertions.failure(late.result, FailureKind.CLOSED);
            FailureAssertions.failure(three.get(2).result, FailureKind.CLOSED);
            assertThat(late.started).isFalse();
        }

        @Test
        void rejectsACallThatWasSubmittedBeforeAndDidNotStart() {
            Call submitted = new Call();
            bulkhead.close(() -> {});
            loop.turn();
            FailureAssertions.failure(submitted.result, FailureKind.CLOSED);
            assertThat(submitted.started).isFalse();
        }

        @Test
        void isDoneAtOnceWithoutActiveCalls() {
            AtomicInteger idle = new AtomicInteger();
            bulkhead.close(idle::incrementAndGet);
            loop.turn();
            assertThat(idle).hasValue(1);
        }

        @Test
        void isAssumedIfTheEventLoopRejectsTasks() {
            Executor stuck = task -> {
                throw new RejectedExecutionException();
            };
            Bulkhead stopped = new Bulkhead(stuck, stuck, LIMIT, QUEUE);
            FailureAssertions.failure(
                    stopped.execute(OPERATION, Uni.createFrom().item("never")).subscribeAsCompletionStage(),
                    FailureKind.CLOSED);
        }
    }
}
