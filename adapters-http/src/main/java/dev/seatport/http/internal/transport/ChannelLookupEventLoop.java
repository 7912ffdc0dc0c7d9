package dev.seatport.http.internal.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ProgressivePromise;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Event loop that records the channels registered with it until their connection is made. Vert.x has no other public way from an HTTP
 * connection to its channel. All tasks run on the Vert.x event loop behind it.
 *
 * <p>There is one instance for each event loop of Vert.x, because Netty keeps a name resolver for each loop.
 */
@SuppressWarnings("deprecation") // An interface is implemented in full.
final class ChannelLookupEventLoop implements EventLoop {
    private static final Map<EventLoop, WeakReference<ChannelLookupEventLoop>> LOOPS = new WeakHashMap<>();

    private final EventLoop loop;
    private final Set<Channel> connecting = ConcurrentHashMap.newKeySet();

    private ChannelLookupEventLoop(EventLoop loop) {
        this.loop = loop;
    }

    /** Creates a Vert.x context on one of its event loops, for whose connections {@link #takeConnectedChannel} works. */
    static Context context(Vertx vertx) {
        VertxInternal internal = (VertxInternal) vertx;
        EventLoop next = internal.createEventLoopContext().nettyEventLoop();
        return internal.contextBuilder().withEventLoop(observe(next)).build();
    }

    /** Returns the event loop of a context from {@link #context}. */
    static ChannelLookupEventLoop of(Context context) {
        if (((ContextInternal) context).nettyEventLoop() instanceof ChannelLookupEventLoop observed) {
            return observed;
        }
        throw new IllegalArgumentException("a context of another event loop");
    }

    private static ChannelLookupEventLoop observe(EventLoop loop) {
        synchronized (LOOPS) {
            WeakReference<ChannelLookupEventLoop> known = LOOPS.get(loop);
            ChannelLookupEventLoop observed = known == null ? null : known.get();
            if (observed == null) {
                observed = new ChannelLookupEventLoop(loop);
                LOOPS.put(loop, new WeakReference<>(observed));
            }
            return observed;
        }
    }

    /**
     * Returns the channel of the connection that Vert.x made in the current task: the only one with Vert.x's HTTP codec that was not
     * returned before. Confined to the event loop.
     *
     * @return {@code null} if there is none
     */
    @Nullable
    Channel takeConnectedChannel(String codecName) {
        for (Channel channel : connecting) {
            if (channel.pipeline().get(codecName) instanceof HttpClientCodec) {
                connecting.remove(channel);
                return channel;
            }
        }
        return null;
    }

    private void track(Channel channel) {
        connecting.add(channel);
        channel.closeFuture().addListener(closed -> connecting.remove(channel));
    }

    @Override
    public ChannelFuture register(Channel channel) {
        track(channel);
        return loop.register(channel);
    }

    @Override
    public ChannelFuture register(ChannelPromise promise) {
        track(promise.channel());
        return loop.register(promise);
    }

    @Override
    public ChannelFuture register(Channel channel, ChannelPromise promise) {
        track(channel);
        return loop.register(channel, promise);
    }

    @Override
    public EventLoop next() {
        return this;
    }

    @Override
    public EventLoopGroup parent() {
        return loop.parent();
    }

    @Override
    public boolean inEventLoop() {
        return loop.inEventLoop();
    }

    @Override
    public boolean inEventLoop(Thread thread) {
        return loop.inEventLoop(thread);
    }

    @Override
    public <V> Promise<V> newPromise() {
        return loop.newPromise();
    }

    @Override
    public <V> ProgressivePromise<V> newProgressivePromise() {
        return loop.newProgressivePromise();
    }

    @Override
    public <V> Future<V> newSucceededFuture(V result) {
        return loop.newSucceededFuture(result);
    }

    @Override
    public <V> Future<V> newFailedFuture(Throwable cause) {
        return loop.newFailedFuture(cause);
    }

    @Override
    public Iterator<EventExecutor> iterator() {
        return loop.iterator();
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return loop.submit(task);
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        return loop.submit(task, result);
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return loop.submit(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return loop.schedule(task, delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return loop.schedule(task, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return loop.scheduleAtFixedRate(task, initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
        return loop.scheduleWithFixedDelay(task, initialDelay, delay, unit);
    }

    @Override
    public <T> List<java.util.concurrent.Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
            throws InterruptedException {
        return loop.invokeAll(tasks);
    }

    @Override
    public <T> List<java.util.concurrent.Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit) throws InterruptedException {
        return loop.invokeAll(tasks, timeout, unit);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        return loop.invokeAny(tasks);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return loop.invokeAny(tasks, timeout, unit);
    }

    @Override
    public boolean isShuttingDown() {
        return loop.isShuttingDown();
    }

    @Override
    public boolean isShutdown() {
        return loop.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return loop.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return loop.awaitTermination(timeout, unit);
    }

    @Override
    public Future<?> terminationFuture() {
        return loop.terminationFuture();
    }

    @Override
    public Future<?> shutdownGracefully() {
        return loop.shutdownGracefully();
    }

    @Override
    public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
        return loop.shutdownGracefully(quietPeriod, timeout, unit);
    }

    @Override
    public void shutdown() {
        loop.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return loop.shutdownNow();
    }
}
