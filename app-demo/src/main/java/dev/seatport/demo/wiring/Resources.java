package dev.seatport.demo.wiring;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The Vert.x of this process, and the vendors that run on it. For one thread. */
public final class Resources {
    private final List<AutoCloseable> vendors = new ArrayList<>();
    private @Nullable CompletableFuture<Vertx> vertx;
    private boolean databindExpected;

    /** Nothing yet: it is made when the first vendor is. */
    public Resources() {}

    /** Begins to make in the background what all vendors will need. */
    public static Resources begun() {
        Resources resources = new Resources();
        Beginning beginning = new Beginning();
        resources.vertx = beginning.made();
        Background.begin(beginning);
        return resources;
    }

    /** Begins to get ready in the background what reads the answers of some vendors. */
    void expectDatabind() {
        if (!databindExpected) {
            databindExpected = true;
            Background.begin(FirstAnswer::rehearse);
        }
    }

    Vertx vertx() {
        if (vertx == null) {
            vertx = CompletableFuture.completedFuture(Beginning.make());
        } else if (!vertx.isDone()) {
            Beginning.prepareClients();
        }
        return vertx.join();
    }

    /** Sees to it that the vendor is closed in the end. */
    <T extends AutoCloseable> T keep(T vendor) {
        vendors.add(vendor);
        return vendor;
    }

    /** Closes everything in the background: of what was begun for nothing, nobody needs to see the end. */
    public void abandon() {
        Background.begin(() -> {
            try {
                close();
            } catch (Exception e) {
                // It could not be made or not be closed: nobody used it.
            }
        });
    }

    /** Closes everything, and waits for it. Once is enough, and more does no harm. */
    public void close() throws Exception {
        for (AutoCloseable vendor : vendors) {
            vendor.close();
        }
        vendors.clear();
        if (vertx != null) {
            vertx.thenCompose(made -> made.close().toCompletionStage()).get();
            vertx = null;
        }
    }
}
