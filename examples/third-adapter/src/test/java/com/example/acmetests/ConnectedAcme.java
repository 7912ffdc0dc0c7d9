package com.example.acmetests;

import com.example.acme.Acme;
import com.example.acme.AcmeOptions;
import dev.seatport.http.spi.Secret;
import io.vertx.core.Vertx;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit extension with an adapter and an Acme server, new for each test. */
final class ConnectedAcme implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Vertx vertx;
    private @Nullable AcmeServer server;
    private @Nullable Acme acme;

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        server = new AcmeServer();
        acme = Acme.connect(
                vertx,
                AcmeOptions.builder(server.start(vertx), "the-client", Secret.of("the-secret"))
                        .build());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        acme().close();
        Objects.requireNonNull(vertx)
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    Acme acme() {
        return Objects.requireNonNull(acme);
    }

    AcmeServer server() {
        return Objects.requireNonNull(server);
    }
}
