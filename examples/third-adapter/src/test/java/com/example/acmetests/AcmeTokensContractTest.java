package com.example.acmetests;

import com.example.acme.Acme;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.contract.AudienceTokensContract;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;

// begin: tokens-test
class AcmeTokensContractTest extends AudienceTokensContract<Acme> {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Acme connect(URI vendor) {
        return ConnectedAcme.connect(vertx, vendor);
    }

    @Override
    protected void disconnect(Acme acme) {
        acme.close();
    }

    @Override
    protected String tokenPath(String audience) {
        return "/" + audience + "/token";
    }

    @Override
    protected String response() {
        return "{\"value\":[{\"sku\":\"sku-1\",\"bought\":5,\"used\":3}]}";
    }

    @Override
    protected CompletionStage<?> call(Acme acme, String audience) {
        return Listings.collect(acme.licenses().consumption(ConnectedAcme.BAKERY, new TenantId(audience)))
                .thenCompose(listing -> listing.failure()
                        .<CompletionStage<Object>>map(CompletableFuture::failedFuture)
                        .orElseGet(() -> CompletableFuture.completedFuture(listing)));
    }
}
// end: tokens-test
