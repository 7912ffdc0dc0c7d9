package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reviews of the sandbox over HTTP. */
@Timeout(60)
class ReviewVerticleTest {
    private final Vertx vertx = Vertx.vertx();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(30));

    @AfterEach
    void closeAll() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        sandbox.close();
    }

    private URI serve(Map<String, String> environment) {
        ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(environment));
        ReviewVerticle verticle = new ReviewVerticle(vendors.review(), ConnectedVendors.allCustomers());
        vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().join();
        return URI.create("http://127.0.0.1:" + verticle.port());
    }

    private static List<JsonObject> get(URI url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofLines())
                .body()
                .map(JsonObject::new)
                .toList();
    }

    @Test
    void sendsEachCustomerAndTheCompleteness() throws Exception {
        URI service = serve(SandboxedVendors.environment(sandbox));

        List<JsonObject> lines = get(service.resolve("/review"));

        assertThat(lines)
                .first()
                .isEqualTo(new JsonObject().put("type", "started").put("customers", 30));
        assertThat(lines)
                .filteredOn(line -> line.getString("type").equals("customer"))
                .extracting(line -> line.getJsonObject("customer")
                        .getJsonObject("position")
                        .getJsonObject("customer")
                        .getJsonObject("value")
                        .getString("id"))
                .containsExactlyElementsOf(sandbox.fleet().customers().stream()
                        .map(SimulatedCustomer::avePointId)
                        .toList());
        assertThat(lines)
                .last()
                .isEqualTo(new JsonObject()
                        .put("type", "end")
                        .put(
                                "completeness",
                                new JsonObject()
                                        .put("customers", 30)
                                        .put("complete", 30)
                                        .put("missing", new JsonObject())
                                        .put("atLarge", new JsonArray())
                                        .put("unread", new JsonArray()))
                        .put("unseen", new JsonArray()));
    }

    @Test
    void sendsTheFailureIfNoCustomerCanBeListed() throws Exception {
        Map<String, String> environment = new HashMap<>(SandboxedVendors.environment(sandbox));
        environment.put("AVEPOINT_CLIENT_SECRET", "wrong");
        URI service = serve(environment);

        List<JsonObject> lines = get(service.resolve("/review"));

        assertThat(lines).last().satisfies(line -> {
            assertThat(line.getString("type")).isEqualTo("failed");
            assertThat(line.getString("kind")).isEqualTo("AUTHENTICATION_FAILED");
            assertThat(line.getString("text")).contains("avepoint").doesNotContain("wrong");
        });
    }

    @Test
    void respondsWith404ToOtherPaths() throws Exception {
        URI service = serve(SandboxedVendors.environment(sandbox));

        HttpResponse<Void> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.resolve("/")).build(), HttpResponse.BodyHandlers.discarding());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(sandbox.requests()).isEmpty();
    }
}
