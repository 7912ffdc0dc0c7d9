package dev.seatport.demo.wiring;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lifecycle of Vert.x: creates it for the first vendor, and closes it after all vendors. Confined to one thread. */
public final class VertxLifecycle implements AutoCloseable {
    /** Two for each of the two vendors of a review: a client uses one event loop for its calls and one for its connections. */
    private static final int EVENT_LOOPS = 4;

    private final List<Runnable> closeActions = new ArrayList<>();
    private @Nullable Vertx vertx;

    /** Creates a lifecycle. Vert.x is created when the first vendor needs it. */
    public VertxLifecycle() {}

    Vertx vertx() {
        if (vertx == null) {
            vertx = Vertx.vertx(new VertxOptions()
                    .setEventLoopPoolSize(EVENT_LOOPS)
                    .setFileSystemOptions(
                            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        }
        return vertx;
    }

    /** Registers a vendor that must close before Vert.x. Returns the vendor. */
    <T> T register(T vendor, Consumer<T> closeAction) {
        closeActions.add(() -> closeAction.accept(vendor));
        return vendor;
    }

    /** Closes the vendors and Vert.x. Blocks until they are closed. A second call has no effect. */
    @Override
    public void close() {
        closeActions.forEach(Runnable::run);
        closeActions.clear();
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            vertx = null;
        }
    }
}
