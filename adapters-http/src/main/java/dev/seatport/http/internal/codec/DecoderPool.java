package dev.seatport.http.internal.codec;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Thread pool that decodes large responses while the event loop serves other calls. Pool threads only decode; all callbacks run
 * on the event loop. Methods are confined to the event loop.
 */
public final class DecoderPool {
    private static final String THREAD_NAME_PREFIX = "seatport-reader-";
    /** Minimum size of a body, in bytes. Below it, the thread switch takes as long as decoding. */
    private static final int MIN_BODY_BYTES = 8 * 1024;
    /**
     * Maximum number of queued bytes, unless a single body is larger. No other limit counts these bytes, and queued bodies
     * cannot be dropped.
     */
    private static final int MAX_QUEUED_BYTES = 1024 * 1024;

    private final int threads;
    private final IntSupplier activeCalls;
    private final Executor eventLoop;
    private final IntFunction<? extends ExecutorService> poolFactory;
    private @Nullable ExecutorService pool;
    private int queuedBytes;

    /**
     * Creates a pool that starts its threads on demand and stops them after a minute without work.
     *
     * @param threads number of threads; 0 for none
     * @param activeCalls number of calls in progress
     * @param eventLoop runs tasks on the event loop, never within the calling task
     */
    public DecoderPool(int threads, IntSupplier activeCalls, Executor eventLoop) {
        this(threads, activeCalls, eventLoop, DecoderPool::newForkJoinPool);
    }

    /** For tests: uses other thread pools. */
    DecoderPool(
            int threads,
            IntSupplier activeCalls,
            Executor eventLoop,
            IntFunction<? extends ExecutorService> poolFactory) {
        this.threads = threads;
        this.activeCalls = activeCalls;
        this.eventLoop = eventLoop;
        this.poolFactory = poolFactory;
    }

    /**
     * Returns whether to decode a body in the pool rather than on the event loop. Returns {@code false} if too many bytes are
     * queued.
     */
    public boolean isWorthwhile(ResponseBodyDecoder<?> body) {
        int bytes = body.undecodedBytes();
        boolean hasRoom = queuedBytes == 0 || bytes <= MAX_QUEUED_BYTES - queuedBytes;
        return threads > 0 && bytes >= MIN_BODY_BYTES && hasRoom && activeCalls.getAsInt() > 1;
    }

    /**
     * Decodes a body in the pool and emits it on the event loop. Emits it without decoding if no thread is available. Fails
     * only with exceptions that indicate a bug.
     */
    public <B extends ResponseBodyDecoder<?>> Uni<B> decode(B body) {
        return Uni.createFrom().emitter(emitter -> {
            DecodeTask<B> task = new DecodeTask<>(body, emitter);
            queuedBytes += task.bytes;
            try {
                pool().execute(task);
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                // A rejected task may still be queued, and run once a thread is available.
                if (task.started.compareAndSet(false, true)) {
                    queuedBytes -= task.bytes;
                    emitter.complete(body);
                }
            }
        });
    }

    private final class DecodeTask<B extends ResponseBodyDecoder<?>> implements Runnable {
        private final B body;
        private final UniEmitter<? super B> emitter;
        private final int bytes;
        private final AtomicBoolean started = new AtomicBoolean();

        DecodeTask(B body, UniEmitter<? super B> emitter) {
            this.body = body;
            this.emitter = emitter;
            this.bytes = body.undecodedBytes();
        }

        @Override
        public void run() {
            if (started.compareAndSet(false, true)) {
                Runnable completion = decode();
                eventLoop.execute(() -> {
                    queuedBytes -= bytes;
                    completion.run();
                });
            }
        }

        private Runnable decode() {
            try {
                body.decode();
                return () -> emitter.complete(body);
            } catch (RuntimeException | Error bug) {
                return () -> emitter.fail(bug);
            }
        }
    }

    private ExecutorService pool() {
        if (pool instanceof ForkJoinPool idlePool && idlePool.getPoolSize() == 0) {
            // Some Java builds leak a counter each time the last thread exits (JDK-8330017), and finally start no
            // thread.
            close();
        }
        ExecutorService current = pool;
        if (current == null) {
            current = poolFactory.apply(threads);
            pool = current;
        }
        return current;
    }

    /** A ForkJoinPool, because its threads spin before they sleep: waking a thread costs as much as decoding a body. */
    private static ForkJoinPool newForkJoinPool(int threads) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new ForkJoinPool(threads, pool -> newThread(pool, loader), null, true);
    }

    /** Mappers need the context class loader of the event loop. */
    private static ForkJoinWorkerThread newThread(ForkJoinPool pool, ClassLoader loader) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName(THREAD_NAME_PREFIX + thread.getPoolIndex());
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** Shuts the pool down after its queued bodies. */
    public void close() {
        if (pool != null) {
            pool.shutdown();
            pool = null;
        }
    }
}
