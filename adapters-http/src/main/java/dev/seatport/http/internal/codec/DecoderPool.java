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
 * Threads beside the event loop that read large answers while it has other calls to see to: then two processors are at work for one
 * client. Nothing happens there but that the bytes of one body become what they mean; whoever is told of anything is told on the
 * event loop. Used on one event loop.
 */
public final class DecoderPool {
    private static final String NAME = "seatport-reader-";
    /** Below that, the way there and back takes as long as reading does. */
    private static final int LARGE = 8 * 1024;
    /**
     * So many bytes may wait to be read there, or one body that has more: nobody else counts them, and a body that has not been
     * read cannot be forgotten.
     */
    private static final int MOST = 1024 * 1024;

    private final int threads;
    private final IntSupplier underWay;
    private final Executor later;
    private final IntFunction<? extends ExecutorService> pools;
    private @Nullable ExecutorService pool;
    private int waiting;

    /**
     * Threads that are started when they are first needed, and end when they were not for a minute.
     *
     * @param threads how many; 0 for none
     * @param underWay how many calls of this client are under way
     * @param later hands work to the event loop
     */
    public DecoderPool(int threads, IntSupplier underWay, Executor later) {
        this(threads, underWay, later, DecoderPool::wakeful);
    }

    /** The same, with threads of another kind. */
    DecoderPool(int threads, IntSupplier underWay, Executor later, IntFunction<? extends ExecutorService> pools) {
        this.threads = threads;
        this.underWay = underWay;
        this.later = later;
        this.pools = pools;
    }

    /** Whether a body is better read there than here; if they have much to read already, it is not. */
    public boolean worthwhile(ResponseBody<?> body) {
        int bytes = body.undecoded();
        boolean room = waiting == 0 || bytes <= MOST - waiting;
        return threads > 0 && bytes >= LARGE && room && underWay.getAsInt() > 1;
    }

    /**
     * Decodes a body there, and gives it on the event loop. Gives the body as it is if no thread can be had. Fails with what only a
     * bug throws.
     */
    public <B extends ResponseBody<?>> Uni<B> decode(B body) {
        return Uni.createFrom().emitter(emitter -> {
            DecodeTask<B> decodeTask = new DecodeTask<>(body, emitter);
            waiting += decodeTask.bytes;
            try {
                pool().execute(decodeTask);
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                // It may have been queued all the same, for a thread that can be had later.
                if (decodeTask.taken.compareAndSet(false, true)) {
                    waiting -= decodeTask.bytes;
                    emitter.complete(body);
                }
            }
        });
    }

    /** A body that waits to be read. */
    private final class DecodeTask<B extends ResponseBody<?>> implements Runnable {
        private final B body;
        private final UniEmitter<? super B> emitter;
        private final int bytes;
        private final AtomicBoolean taken = new AtomicBoolean();

        DecodeTask(B body, UniEmitter<? super B> emitter) {
            this.body = body;
            this.emitter = emitter;
            this.bytes = body.undecoded();
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                Runnable telling = decode();
                later.execute(() -> {
                    waiting -= bytes;
                    telling.run();
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
        if (pool instanceof ForkJoinPool left && left.getPoolSize() == 0) {
            // Some builds of Java lose count each time that the last thread leaves (JDK-8330017): after years, none
            // would start.
            close();
        }
        ExecutorService started = pool;
        if (started == null) {
            started = pools.apply(threads);
            pool = started;
        }
        return started;
    }

    /** Of this kind because its threads look for more work for a moment before they sleep: waking one costs as much as reading. */
    private static ForkJoinPool wakeful(int threads) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new ForkJoinPool(threads, pool -> thread(pool, loader), null, true);
    }

    /** A mapper finds there what it would find on the event loop. */
    private static ForkJoinWorkerThread thread(ForkJoinPool pool, ClassLoader loader) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName(NAME + thread.getPoolIndex());
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** Ends the threads once they have read what they were given. */
    public void close() {
        if (pool != null) {
            pool.shutdown();
            pool = null;
        }
    }
}
