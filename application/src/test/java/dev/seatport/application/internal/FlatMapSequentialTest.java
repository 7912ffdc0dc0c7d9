package dev.seatport.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlatMapSequentialTest {
    private final Map<Integer, CompletableFuture<String>> work = new ConcurrentHashMap<>();

    private Uni<String> manually(int item) {
        return Uni.createFrom().completionStage(() -> work.computeIfAbsent(item, i -> new CompletableFuture<>()));
    }

    private void complete(int item) {
        work.computeIfAbsent(item, i -> new CompletableFuture<>()).complete("r" + item);
    }

    private static <R> AssertSubscriber<R> subscribe(
            Flow.Publisher<Integer> items, int concurrency, Function<Integer, Uni<R>> work, long requests) {
        AssertSubscriber<R> subscriber = AssertSubscriber.create(requests);
        new FlatMapSequential<>(items, concurrency, work).subscribe(subscriber);
        return subscriber;
    }

    @Test
    void deliversInTheOrderOfTheItems() {
        AssertSubscriber<String> subscriber =
                subscribe(Multi.createFrom().items(1, 2, 3), 3, this::manually, Long.MAX_VALUE);

        complete(3);
        complete(1);
        subscriber.assertItems("r1");
        complete(2);

        subscriber.assertItems("r1", "r2", "r3").assertCompleted();
    }

    @Test
    void mapsAheadOfTheDemandOnlyUpToTheConcurrency() {
        AssertSubscriber<String> subscriber = subscribe(Multi.createFrom().range(0, 100), 2, this::manually, 1);

        IntStream.range(0, 100).forEach(this::complete);

        subscriber.assertItems("r0").assertNotTerminated();
        subscriber.request(Long.MAX_VALUE);
        assertThat(subscriber.getItems()).hasSize(100);
        subscriber.assertCompleted();
    }

    @Test
    void requestsTwiceTheConcurrencyAndStartsItemsInOrder() {
        AtomicLong requested = new AtomicLong();
        Multi<Integer> items = Multi.createFrom().range(0, 100).onRequest().invoke(requested::addAndGet);
        AssertSubscriber<String> subscriber = subscribe(items, 3, this::manually, Long.MAX_VALUE);
        assertThat(requested).hasValue(6);
        assertThat(work).containsOnlyKeys(0, 1, 2);

        complete(1);
        assertThat(work).hasSize(3);
        complete(0);

        subscriber.assertItems("r0", "r1");
        assertThat(requested).hasValue(8);
        assertThat(work).containsOnlyKeys(0, 1, 2, 3, 4);
    }

    @Test
    void mapsQueuedItemsAfterThePublisherCompleted() {
        AssertSubscriber<String> subscriber =
                subscribe(Multi.createFrom().items(1, 2, 3), 2, this::manually, Long.MAX_VALUE);
        assertThat(work).containsOnlyKeys(1, 2);

        IntStream.rangeClosed(1, 3).forEach(this::complete);

        subscriber.assertItems("r1", "r2", "r3").assertCompleted();
    }

    @Test
    void doesNotMapQueuedItemsAfterCancelling() {
        AssertSubscriber<String> subscriber =
                subscribe(Multi.createFrom().items(1, 2, 3), 2, this::manually, Long.MAX_VALUE);

        subscriber.cancel();

        assertThat(work).containsOnlyKeys(1, 2);
        assertThat(work.values()).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void emitsAnExceptionOfTheMapperInOrder() {
        AssertSubscriber<String> subscriber = subscribe(
                Multi.createFrom().items(1, 2),
                2,
                item -> {
                    if (item == 2) {
                        throw new IllegalStateException("bug");
                    }
                    return manually(item);
                },
                Long.MAX_VALUE);
        subscriber.assertNotTerminated();

        complete(1);

        subscriber.assertItems("r1").assertFailedWith(IllegalStateException.class, "bug");
    }

    @Test
    void emitsAFailureOfThePublisherAfterEarlierResults() {
        Multi<Integer> broken = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().items(1, 2),
                        Multi.createFrom().failure(new IllegalStateException("broken")));
        AssertSubscriber<String> subscriber = subscribe(broken, 5, this::manually, Long.MAX_VALUE);

        subscriber.assertNotTerminated();
        complete(2);
        complete(1);

        subscriber.assertItems("r1", "r2").assertFailedWith(IllegalStateException.class, "broken");
    }

    @Test
    void cancelsOtherItemsAfterAFailureOfTheMapper() {
        AssertSubscriber<String> subscriber =
                subscribe(Multi.createFrom().range(1, 100), 3, this::manually, Long.MAX_VALUE);
        complete(1);

        work.computeIfAbsent(2, i -> new CompletableFuture<>()).completeExceptionally(new IllegalStateException("bug"));

        subscriber.assertItems("r1").assertFailedWith(IllegalStateException.class, "bug");
        assertThat(work.get(3)).isCancelled();
        assertThat(work.get(4)).isCancelled();
        assertThat(work).hasSize(4);
    }

    @Test
    void emitsAFailureOfTheMapperInOrder() {
        AssertSubscriber<String> subscriber =
                subscribe(Multi.createFrom().items(1, 2), 2, this::manually, Long.MAX_VALUE);

        work.computeIfAbsent(2, i -> new CompletableFuture<>()).completeExceptionally(new IllegalStateException("bug"));
        subscriber.assertNotTerminated();
        complete(1);

        subscriber.assertItems("r1").assertFailedWith(IllegalStateException.class, "bug");
    }

    @Test
    void failsForARequestOfLessThanOneItem() {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        new FlatMapSequential<>(Multi.createFrom().items(1, 2), 2, this::manually).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(-1);
            }

            @Override
            public void onNext(String result) {}

            @Override
            public void onError(Throwable error) {
                failure.set(error);
            }

            @Override
            public void onComplete() {}
        });

        assertThat(failure.get()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cancelsASecondSubscription() {
        AtomicInteger cancelled = new AtomicInteger();
        Flow.Subscription second = new Flow.Subscription() {
            @Override
            public void request(long more) {}

            @Override
            public void cancel() {
                cancelled.incrementAndGet();
            }
        };
        AssertSubscriber<String> subscriber = AssertSubscriber.create(1);
        FlatMapSequential.Subscription<Integer, String> subscription =
                new FlatMapSequential.Subscription<>(subscriber, 1, this::manually);
        subscription.onSubscribe(second);

        subscription.onSubscribe(second);

        assertThat(cancelled).hasValue(1);
    }

    @Test
    void doesNotMapAnItemThatArrivesAfterCancelling() {
        AssertSubscriber<String> subscriber = AssertSubscriber.create(1);
        FlatMapSequential.Subscription<Integer, String> subscription =
                new FlatMapSequential.Subscription<>(subscriber, 1, this::manually);
        subscription.cancel();

        subscription.onNext(1);

        assertThat(work).isEmpty();
    }

    @Test
    void keepsOrderAndConcurrencyWithManyThreads() throws InterruptedException {
        int items = 5_000;
        int concurrency = 7;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Random random = new Random(20260301);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger maxInFlight = new AtomicInteger();
        AtomicInteger callsInProgress = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        Queue<Integer> delivered = new ConcurrentLinkedQueue<>();
        CountDownLatch completed = new CountDownLatch(1);
        Function<Integer, Uni<Integer>> mapper = item -> Uni.createFrom().emitter(emitter -> {
            maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            int hops;
            synchronized (random) {
                hops = random.nextInt(4);
            }
            hop(threads, hops, () -> {
                inFlight.decrementAndGet();
                emitter.complete(item);
            });
        });

        new FlatMapSequential<>(Multi.createFrom().range(0, items), concurrency, mapper)
                .subscribe(new Flow.Subscriber<>() {
                    private Flow.@Nullable Subscription subscription;

                    @Override
                    public void onSubscribe(Flow.Subscription given) {
                        subscription = given;
                        given.request(1);
                    }

                    @Override
                    public void onNext(Integer item) {
                        if (callsInProgress.incrementAndGet() != 1) {
                            overlaps.incrementAndGet();
                        }
                        delivered.add(item);
                        callsInProgress.decrementAndGet();
                        Flow.Subscription current = subscription;
                        if (current != null) {
                            threads.execute(() -> current.request(1));
                        }
                    }

                    @Override
                    public void onError(Throwable failure) {
                        completed.countDown();
                    }

                    @Override
                    public void onComplete() {
                        completed.countDown();
                    }
                });

        assertThat(completed.await(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        threads.shutdown();
        assertThat(List.copyOf(delivered))
                .isEqualTo(IntStream.range(0, items).boxed().toList());
        assertThat(maxInFlight.get()).isLessThanOrEqualTo(concurrency);
        assertThat(overlaps).hasValue(0);
    }

    /** Passes a task from thread to thread, so that tasks overtake each other. */
    private static void hop(ExecutorService threads, int times, Runnable task) {
        threads.execute(() -> {
            if (times == 0) {
                task.run();
            } else {
                hop(threads, times - 1, task);
            }
        });
    }
}
