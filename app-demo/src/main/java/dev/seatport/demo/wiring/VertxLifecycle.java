package dev.seatport.demo.wiring;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates Vert.x for the first vendor, and closes it after the vendors that run on it. Confined to one thread. */
public final class VertxLifecycle implements AutoCloseable {
    /** Two for each of two vendors: a client takes one event loop for its calls and one for its connections, in turn. */
    private static final int EVENT_LOOPS = 4;

    private final List<Runnable> closings = new ArrayList<>();
    private @Nullable Vertx vertx;

    /** Creates nothing until a vendor needs Vert.x. */
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

    /** Closes the vendor before Vert.x. */
    <T> T keep(T vendor, Consumer<T> closing) {
        closings.add(() -> closing.accept(vendor));
        return vendor;
    }

    /** Closes everything and waits for it. A second call has no effect. */
    @Override
    public void close() {
        closings.forEach(Runnable::run);
        closings.clear();
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            vertx = null;
        }
    }
}
