package dev.seatport.demo.wiring;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Vert.x of this process, made when the first vendor is, and the vendors that run on it. For one thread. */
@Singleton
public final class Resources {
    private final List<AutoCloseable> vendors = new ArrayList<>();
    private @Nullable Vertx vertx;

    @Inject
    Resources() {}

    Vertx vertx() {
        if (vertx == null) {
            vertx = Vertx.vertx(new VertxOptions()
                    .setFileSystemOptions(
                            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        }
        return vertx;
    }

    /** Sees to it that the vendor is closed in the end. */
    <T extends AutoCloseable> T keep(T vendor) {
        vendors.add(vendor);
        return vendor;
    }

    /** Closes everything, and waits for it. */
    public void close() throws Exception {
        for (AutoCloseable vendor : vendors) {
            vendor.close();
        }
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }
}
