package dev.seatport.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.internal.scheduling.EventLoopExecutor;
import dev.seatport.ports.events.SchemaDrift;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderPoolTest {
    private static final int LARGE = 8 * 1024;
    private static final int MOST = 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicInteger underWay = new AtomicInteger(2);
    private final DecoderPool readers = new DecoderPool(1, underWay::get, new EventLoopExecutor(loop).deferred());

    @AfterEach
    void close() {
        vertx.close().await();
    }

    /** How a body is read. */
    private interface Reading {
        String read() throws JsonDecodeException;
    }

    private static final class Body extends ResponseBody<String> {
        private final int length;
        private final Reading reading;

        /** A body that says which thread read it. */
        Body(int length) {
            this(length, () -> Thread.currentThread().getName());
        }

        Body(int length, Reading reading) {
            this.length = length;
            this.reading = reading;
            drift.drifted(new Vendor("acme"), "things", new SchemaDrift("$", "odd"));
        }

        @Override
        int length() {
            return length;
        }

        @Override
        String read() throws JsonDecodeException {
            return reading.read();
        }

        @Override
        public boolean accept(Buffer piece) {
            return true;
        }

        @Override
        public boolean retainsBytes() {
            return true;
        }

        @Override
        @Nullable
        Map<String, @Nullable Object> fields() {
            return null;
        }
    }

    private <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Begins to read, and tells the thread on which what was read is given. */
    private CompletableFuture<String> read(ResponseBody<String> body, List<ResponseBody<String>> given) {
        return onLoop(() -> readers.decode(body)
                .map(read -> {
                    given.add(read);
                    return Thread.currentThread().getName();
                })
                .subscribeAsCompletionStage());
    }

    @Test
    void readBesideTheEventLoopAndGiveWhatWasReadOnIt() throws Exception {
        List<ResponseBody<String>> given = new ArrayList<>();
        String loopsName = onLoop(() -> Thread.currentThread().getName());
        assertThat(read(new Body(LARGE), given).get(60, TimeUnit.SECONDS)).isEqualTo(loopsName);
        assertThat(given.get(0).value()).startsWith("seatport-reader");
        assertThat(given.get(0).undecoded()).isZero();
        List<SchemaDrift> odd = new ArrayList<>();
        given.get(0).forEachDrift((drift, times) -> odd.add(drift));
        assertThat(odd).containsExactly(new SchemaDrift("$", "odd"));
    }

    @ParameterizedTest
    @CsvSource({
        LARGE + ",2,true",
        LARGE - 1 + ",2,false",
        MOST + ",2,true",
        8 * MOST + ",2,true",
        LARGE + ",1,false",
        0 + ",2,false"
    })
    void areWorthTheWayForLargeAnswersWhileOthersAreUnderWay(int bytes, int calls, boolean worthwhile) {
        underWay.set(calls);
        assertThat(onLoop(() -> readers.worthwhile(new Body(bytes)))).isEqualTo(worthwhile);
        DecoderPool none = new DecoderPool(0, underWay::get, Runnable::run);
        assertThat(onLoop(() -> none.worthwhile(new Body(bytes)))).isFalse();
    }

    private static String after(CountDownLatch latch) {
        try {
            return String.valueOf(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takeNoMoreThanCanBeRemembered() throws Exception {
        CountDownLatch mayBeRead = new CountDownLatch(1);
        List<ResponseBody<String>> given = new ArrayList<>();
        CompletableFuture<String> reading = read(new Body(MOST - LARGE, () -> after(mayBeRead)), given);
        assertThat(onLoop(() -> readers.worthwhile(new Body(LARGE)))).isTrue();
        assertThat(onLoop(() -> readers.worthwhile(new Body(LARGE + 1)))).isFalse();
        assertThat(onLoop(() -> readers.worthwhile(new Body(8 * MOST)))).isFalse();
        mayBeRead.countDown();
        reading.get(60, TimeUnit.SECONDS);
        assertThat(onLoop(() -> readers.worthwhile(new Body(MOST)))).isTrue();
    }

    @Test
    void keepWhyABodyCannotBeReadForWhoeverAsks() throws Exception {
        List<ResponseBody<String>> given = new ArrayList<>();
        JsonDecodeException problem = new JsonDecodeException("$.a", "a text where a number is due");
        Body broken = new Body(LARGE, () -> {
            throw problem;
        });
        read(broken, given).get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() -> given.get(0).value()).isSameAs(problem);
    }

    @Test
    void failWithABugAsTheEventLoopWould() {
        IllegalStateException bug = new IllegalStateException("a bug");
        Body buggy = new Body(LARGE, () -> {
            throw bug;
        });
        assertThat(read(buggy, new ArrayList<>()))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .withCause(bug);
    }

    /** Threads that cannot be had; of one kind, the work stays in a queue all the same. */
    private static final class NoThreads extends AbstractExecutorService {
        private final Throwable refusal;
        private final List<Runnable> queue = new ArrayList<>();

        NoThreads(Throwable refusal) {
            this.refusal = refusal;
        }

        @Override
        public void execute(Runnable work) {
            queue.add(work);
            if (refusal instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) refusal;
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    static Stream<Throwable> refusals() {
        return Stream.of(
                new RejectedExecutionException("no thread"), new OutOfMemoryError("unable to create native thread"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void giveTheBodyAsItIsWhereNoThreadCanBeHadAndReadItOnlyOnce(Throwable refusal) throws Exception {
        NoThreads none = new NoThreads(refusal);
        DecoderPool refused =
                new DecoderPool(1, underWay::get, new EventLoopExecutor(loop).deferred(), threads -> none);
        AtomicInteger times = new AtomicInteger();
        Body body = new Body(MOST, () -> "read " + times.incrementAndGet());
        Body given =
                onLoop(() -> refused.decode(body).subscribeAsCompletionStage()).get(60, TimeUnit.SECONDS);
        assertThat(given).isSameAs(body);
        none.queue.forEach(Runnable::run);
        assertThat(times).hasValue(0);
        assertThat(onLoop(() -> refused.worthwhile(body))).isTrue();
    }

    @Test
    void readWithTheClassLoaderOfTheEventLoop() throws Exception {
        ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
        List<ResponseBody<String>> given = new ArrayList<>();
        Body body = new Body(LARGE, () -> String.valueOf(Thread.currentThread().getContextClassLoader() == own));
        onLoop(() -> {
                    Thread.currentThread().setContextClassLoader(own);
                    return readers.decode(body).map(given::add).subscribeAsCompletionStage();
                })
                .get(60, TimeUnit.SECONDS);
        assertThat(given.get(0).value()).isEqualTo("true");
    }

    /** Readers whose pools are kept; their threads leave after a millisecond without work. */
    private static final class Restless implements IntFunction<ForkJoinPool> {
        private final List<ForkJoinPool> pools = new CopyOnWriteArrayList<>();

        @Override
        public ForkJoinPool apply(int threads) {
            ForkJoinPool pool = new ForkJoinPool(
                    threads,
                    ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                    null,
                    true,
                    0,
                    threads,
                    0,
                    null,
                    1,
                    TimeUnit.MILLISECONDS);
            pools.add(pool);
            return pool;
        }
    }

    @Test
    void doNotGoOnWithAPoolWhoseThreadsLeft() throws Exception {
        Restless restless = new Restless();
        DecoderPool left = new DecoderPool(1, underWay::get, new EventLoopExecutor(loop).deferred(), restless);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int time = 0; time < 3; time++) {
            Body body = new Body(LARGE, () -> {
                threads.add(Thread.currentThread());
                return "read";
            });
            onLoop(() -> left.decode(body).subscribeAsCompletionStage()).get(60, TimeUnit.SECONDS);
            threads.get(time).join(60_000);
        }
        assertThat(restless.pools).hasSize(3);
        assertThat(restless.pools.subList(0, 2)).allMatch(ForkJoinPool::isShutdown);
    }

    @Test
    void endTheirThreadsWhenClosedAndMayBeClosedTwice() throws Exception {
        List<ForkJoinPool> pools = new ArrayList<>();
        DecoderPool closed = new DecoderPool(1, underWay::get, new EventLoopExecutor(loop).deferred(), threads -> {
            pools.add(new ForkJoinPool(threads));
            return pools.get(0);
        });
        Supplier<Boolean> closing = () -> {
            closed.close();
            return true;
        };
        onLoop(closing);
        onLoop(() -> closed.decode(new Body(LARGE)).subscribeAsCompletionStage())
                .get(60, TimeUnit.SECONDS);
        assertThat(pools.get(0).isShutdown()).isFalse();
        onLoop(closing);
        onLoop(closing);
        assertThat(pools.get(0).awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
}
