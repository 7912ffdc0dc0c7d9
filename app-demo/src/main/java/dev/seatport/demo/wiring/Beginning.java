package dev.seatport.demo.wiring;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.concurrent.CompletableFuture;

/**
 * Makes Vert.x, and then what its first call asks for, while whoever waited for Vert.x makes a vendor. What Java loads and links for
 * it takes longer than the calls themselves. The way to it has no lambdas: each would be linked before anything is begun.
 */
final class Beginning implements Runnable {
    /**
     * A command asks two vendors, and each stays on one loop. Loops are dealt in turn: a client is dealt two, one for its calls and
     * one for its connections to be kept by, and {@link #prepareCalls} one, at any time. With four, two vendors never meet on one.
     */
    private static final int EVENT_LOOPS = 4;

    private final CompletableFuture<Vertx> made = new CompletableFuture<>();

    /** What is going to be made, or the failure to make it. */
    CompletableFuture<Vertx> made() {
        return made;
    }

    /** A failure is told to whoever waits for Vert.x; one of a preparation comes back with the first call. */
    @Override
    public void run() {
        try {
            Vertx vertx = make();
            made.complete(vertx);
            prepareCalls(vertx);
        } catch (RuntimeException | Error failure) {
            made.completeExceptionally(failure);
        }
    }

    static Vertx make() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    /** The memory of bodies, and a socket as names are asked for with; nothing is sent on it. */
    private static void prepareCalls(Vertx vertx) {
        Buffer.buffer();
        vertx.createDatagramSocket().close();
    }

    /** What a client needs that does not need Vert.x: for whoever would only wait until that is made. */
    static void prepareClients() {
        new WebClientOptions();
    }
}
