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
    private static final int MIN_BODY_BYTES = 8 * 1024;
    private static final int MAX_QUEUED_BYTES = 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicInteger activeCalls = new AtomicInteger(2);
    private final DecoderPool pool = new DecoderPool(1, activeCalls::get, new EventLoopExecutor(loop).deferred());

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private interface BodyDecoder {
        String decode() throws JsonDecodeException;
    }

    private static final class Body extends ResponseBodyDecoder<String> {
        private final int length;
        private final BodyDecoder decoder;

        /** Creates a body that decodes to the name of its thread. */
        Body(int length) {
            this(length, () -> Thread.currentThread().getName());
        }

        Body(int length, BodyDecoder decoder) {
            this.length = length;
            this.decoder = decoder;
            drift.drifted(new Vendor("acme"), "things", new SchemaDrift("$", "odd"));
        }

        @Override
        int bufferedBytes() {
            return length;
        }

        @Override
        String decodeBody() throws JsonDecodeException {
            return decoder.decode();
        }

        @Override
        public boolean accept(Buffer chunk) {
            return true;
        }

        @Override
        public boolean retainsBytes() {
            return true;
        }

        @Override
        @Nullable
        Map<String, @Nullable Object> decodeFields() {
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

    /** Decodes a body; completes with the name of the thread that emitted it. */
    private CompletableFuture<String> decode(
            ResponseBodyDecoder<String> body, List<ResponseBodyDecoder<String>> emitted) {
        return onLoop(() -> pool.decode(body)
                .map(decoded -> {
                    emitted.add(decoded);
                    return Thread.currentThread().getName();
                })
                .subscribeAsCompletionStage());
    }

    @Test
    void decodesOffTheEventLoopAndEmitsOnIt() throws Exception {
        List<ResponseBodyDecoder<String>> emitted = new ArrayList<>();
        String eventLoopName = onLoop(() -> Thread.currentThread().getName());
        assertThat(decode(new Body(MIN_BODY_BYTES), emitted).get(60, TimeUnit.SECONDS))
                .isEqualTo(eventLoopName);
        assertThat(emitted.get(0).value()).startsWith("seatport-reader");
        assertThat(emitted.get(0).undecodedBytes()).isZero();
        List<SchemaDrift> drifts = new ArrayList<>();
        emitted.get(0).forEachDrift((drift, times) -> drifts.add(drift));
        assertThat(drifts).containsExactly(new SchemaDrift("$", "odd"));
    }

    @ParameterizedTest
    @CsvSource({
        MIN_BODY_BYTES + ",2,true",
        MIN_BODY_BYTES - 1 + ",2,false",
        MAX_QUEUED_BYTES + ",2,true",
        8 * MAX_QUEUED_BYTES + ",2,true",
        MIN_BODY_BYTES + ",1,false",
        0 + ",2,false"
    })
    void isWorthwhileForLargeBodiesDuringOtherCalls(int bytes, int calls, boolean worthwhile) {
        activeCalls.set(calls);
        assertThat(onLoop(() -> pool.isWorthwhile(new Body(bytes)))).isEqualTo(worthwhile);
        DecoderPool none = new DecoderPool(0, activeCalls::get, Runnable::run);
        assertThat(onLoop(() -> none.isWorthwhile(new Body(bytes)))).isFalse();
    }

    private static String after(CountDownLatch latch) {
        try {
            return String.valueOf(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void limitsItsQueuedBytes() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<ResponseBodyDecoder<String>> emitted = new ArrayList<>();
        CompletableFuture<String> decoding =
                decode(new Body(MAX_QUEUED_BYTES - MIN_BODY_BYTES, () -> after(release)), emitted);
        assertThat(onLoop(() -> pool.isWorthwhile(new Body(MIN_BODY_BYTES)))).isTrue();
        assertThat(onLoop(() -> pool.isWorthwhile(new Body(MIN_BODY_BYTES + 1))))
                .isFalse();
        assertThat(onLoop(() -> pool.isWorthwhile(new Body(8 * MAX_QUEUED_BYTES))))
                .isFalse();
        release.countDown();
        decoding.get(60, TimeUnit.SECONDS);
        assertThat(onLoop(() -> pool.isWorthwhile(new Body(MAX_QUEUED_BYTES)))).isTrue();
    }

    @Test
    void keepsTheDecodeExceptionInTheBody() throws Exception {
        List<ResponseBodyDecoder<String>> emitted = new ArrayList<>();
        JsonDecodeException problem = new JsonDecodeException("$.a", "a text where a number is due");
        Body broken = new Body(MIN_BODY_BYTES, () -> {
            throw problem;
        });
        decode(broken, emitted).get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() -> emitted.get(0).value()).isSameAs(problem);
    }

    @Test
    void failsWithUnexpectedExceptions() {
        IllegalStateException bug = new IllegalStateException("a bug");
        Body failing = new Body(MIN_BODY_BYTES, () -> {
            throw bug;
        });
        assertThat(decode(failing, new ArrayList<>()))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .withCause(bug);
    }

    /** Executor without threads. Keeps rejected tasks in its queue. */
    private static final class NoThreads extends AbstractExecutorService {
        private final Throwable rejection;
        private final List<Runnable> queue = new ArrayList<>();

        NoThreads(Throwable rejection) {
            this.rejection = rejection;
        }

        @Override
        public void execute(Runnable work) {
            queue.add(work);
            if (rejection instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) rejection;
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

    static Stream<Throwable> rejections() {
        return Stream.of(
                new RejectedExecutionException("no thread"), new OutOfMemoryError("unable to create native thread"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void emitsTheBodyUndecodedIfNoThreadIsAvailable(Throwable rejection) throws Exception {
        NoThreads none = new NoThreads(rejection);
        DecoderPool rejecting =
                new DecoderPool(1, activeCalls::get, new EventLoopExecutor(loop).deferred(), threads -> none);
        AtomicInteger times = new AtomicInteger();
        Body body = new Body(MAX_QUEUED_BYTES, () -> "read " + times.incrementAndGet());
        Body emitted = onLoop(() -> rejecting.decode(body).subscribeAsCompletionStage())
                .get(60, TimeUnit.SECONDS);
        assertThat(emitted).isSameAs(body);
        none.queue.forEach(Runnable::run);
        assertThat(times).hasValue(0);
        assertThat(onLoop(() -> rejecting.isWorthwhile(body))).isTrue();
    }

    @Test
    void usesTheClassLoaderOfTheEventLoop() throws Exception {
        ClassLoader classLoader = new ClassLoader(getClass().getClassLoader()) {};
        List<ResponseBodyDecoder<String>> emitted = new ArrayList<>();
        Body body = new Body(
                MIN_BODY_BYTES, () -> String.valueOf(Thread.currentThread().getContextClassLoader() == classLoader));
        onLoop(() -> {
                    Thread.currentThread().setContextClassLoader(classLoader);
                    return pool.decode(body).map(emitted::add).subscribeAsCompletionStage();
                })
                .get(60, TimeUnit.SECONDS);
        assertThat(emitted.get(0).value()).isEqualTo("true");
    }

    /** Factory that records its pools, whose threads exit after a millisecond without work. */
    private static final class ShortLivedPools implements IntFunction<ForkJoinPool> {
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
    void replacesAPoolWithoutThreads() throws Exception {
        ShortLivedPools factory = new ShortLivedPools();
        DecoderPool pools = new DecoderPool(1, activeCalls::get, new EventLoopExecutor(loop).deferred(), factory);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int time = 0; time < 3; time++) {
            Body body = new Body(MIN_BODY_BYTES, () -> {
                threads.add(Thread.currentThread());
                return "read";
            });
            onLoop(() -> pools.decode(body).subscribeAsCompletionStage()).get(60, TimeUnit.SECONDS);
            threads.get(time).join(60_000);
        }
        assertThat(factory.pools).hasSize(3);
        assertThat(factory.pools.subList(0, 2)).allMatch(ForkJoinPool::isShutdown);
    }

    @Test
    void endsItsThreadsWhenClosedAndMayBeClosedTwice() throws Exception {
        List<ForkJoinPool> pools = new ArrayList<>();
        DecoderPool closed = new DecoderPool(1, activeCalls::get, new EventLoopExecutor(loop).deferred(), threads -> {
            pools.add(new ForkJoinPool(threads));
            return pools.get(0);
        });
        Supplier<Boolean> closing = () -> {
            closed.close();
            return true;
        };
        onLoop(closing);
        onLoop(() -> closed.decode(new Body(MIN_BODY_BYTES)).subscribeAsCompletionStage())
                .get(60, TimeUnit.SECONDS);
        assertThat(pools.get(0).isShutdown()).isFalse();
        onLoop(closing);
        onLoop(closing);
        assertThat(pools.get(0).awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
}
