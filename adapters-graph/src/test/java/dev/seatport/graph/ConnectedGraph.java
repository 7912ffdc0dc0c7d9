package dev.seatport.graph;

import dev.seatport.http.spi.Secret;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit extension with an adapter and a server, new for each test. */
final class ConnectedGraph implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Vertx vertx;
    private @Nullable GraphServer server;
    private @Nullable Graph adapter;

    @Override
    public void beforeEach(ExtensionContext context) {
        Vertx started = Vertx.vertx();
        GraphServer vendor = new GraphServer();
        vertx = started;
        server = vendor;
        adapter = Graph.connect(started, options(vendor.start(started)).build());
    }

    /** Returns options for a server that has both the API and the token endpoints. */
    static GraphOptions.Builder options(URI url) {
        return GraphOptions.builder(GraphServer.PARTNER, "the-client", Secret.of("CONFIDENTIAL-secret"))
                .baseUrl(url)
                .loginUrl(url);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        adapter().close();
        Objects.requireNonNull(vertx).close().await();
    }

    Graph adapter() {
        return Objects.requireNonNull(adapter);
    }

    GraphServer server() {
        return Objects.requireNonNull(server);
    }
}
