package com.example.acmetests;

import com.example.acme.Acme;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit extension with an adapter and an Acme server, new for each test. */
final class ConnectedAcme implements BeforeEachCallback, AfterEachCallback {
    static final CustomerId BAKERY = new CustomerId(Acme.VENDOR, AcmeServer.BAKERY);
    static final CustomerId UNKNOWN = new CustomerId(Acme.VENDOR, "no-such-account");

    private @Nullable Vertx vertx;
    private @Nullable AcmeServer server;
    private @Nullable Acme acme;

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        server = new AcmeServer();
        acme = connect(vertx, server.start(vertx));
    }

    // begin: connect
    static Acme connect(Vertx vertx, URI baseUrl) {
        Credentials credentials = Credentials.clientSecret("the-client", Secret.of("the-secret"));
        return Acme.connect(
                vertx,
                new TenantId(AcmeServer.PARTNER),
                Acme.options(baseUrl, credentials).build());
    }
    // end: connect

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
