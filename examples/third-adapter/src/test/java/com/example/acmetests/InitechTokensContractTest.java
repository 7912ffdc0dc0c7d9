package com.example.acmetests;

import com.example.initech.Initech;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.contract.AudienceTokensContract;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;

class InitechTokensContractTest extends AudienceTokensContract<Initech> {
    private static final CustomerId ACCOUNT = new CustomerId(Initech.VENDOR, "account-1");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Initech connect(URI vendor) {
        return Initech.connect(vertx, vendor, "the-client", Secret.of("the-secret"));
    }

    @Override
    protected void disconnect(Initech initech) {
        initech.close();
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
    protected CompletionStage<?> call(Initech initech, String audience) {
        return Listings.collect(initech.licenses().consumption(ACCOUNT, new TenantId(audience)))
                .thenCompose(listing -> listing.failure()
                        .<CompletionStage<Object>>map(CompletableFuture::failedFuture)
                        .orElseGet(() -> CompletableFuture.completedFuture(listing)));
    }
}
