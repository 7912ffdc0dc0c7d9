package dev.seatport.graph;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.contract.AudienceTokensContract;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class GraphTokensContractTest extends AudienceTokensContract<Graph> {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Override
    protected Graph connect(URI vendor) {
        return Graph.connect(vertx, ConnectedGraph.options(vendor).build());
    }

    @Override
    protected void disconnect(Graph graph) {
        graph.close();
    }

    @Override
    protected String tokenPath(String audience) {
        return "/" + audience + "/oauth2/v2.0/token";
    }

    @Override
    protected String response() {
        return "{\"value\":[]}";
    }

    @Override
    protected CompletionStage<?> call(Graph graph, String audience) {
        CustomerId customer = new CustomerId(Graph.VENDOR, audience);
        return Listings.collect(graph.licenses().consumption(customer, new TenantId(audience)))
                .thenCompose(listing -> listing.failure()
                        .<CompletionStage<Object>>map(CompletableFuture::failedFuture)
                        .orElseGet(() -> CompletableFuture.completedFuture(listing)));
    }
}
