package com.example.acmetests;

import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** HTTP server of Acme. Serves two accounts per page, whatever the requested page size, and one account by its id. */
final class AcmeServer implements StalledVendor {
    private static final String TOKEN = "{\"access_token\":\"secret\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    private static final int ROWS_PER_PAGE = 2;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch disconnected = new CountDownLatch(1);
    private volatile LongFunction<JsonObject> accounts = number -> new JsonObject();
    private volatile long total;
    private volatile JsonObject account = new JsonObject();
    private volatile UnaryOperator<JsonObject> secondPage = UnaryOperator.identity();
    private volatile boolean stalled;

    /** Starts the server on a free port and returns its base URL. */
    URI start(Vertx vertx) {
        int port = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Sets the listed accounts. The function creates an account when its page is requested. */
    void setAccounts(long count, LongFunction<JsonObject> factory) {
        total = count;
        accounts = factory;
    }

    /** Sets the account that is served by its id. */
    void setAccount(JsonObject value) {
        account = value;
    }

    /** Sets a change to the second page. */
    void changeSecondPage(UnaryOperator<JsonObject> change) {
        secondPage = change;
    }

    /** Leaves further requests without a response. */
    StalledVendor stall() {
        stalled = true;
        return this;
    }

    /** Returns the received requests without token requests. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/token")) {
            request.response().putHeader("Content-Type", "application/json").end(TOKEN);
            return;
        }
        requests.add(request.method() + " " + request.uri());
        if (stalled) {
            request.connection().closeHandler(closed -> disconnected.countDown());
            received.countDown();
        } else if (request.path().equals("/v1/accounts")) {
            respond(request, 200, page(Integer.parseInt(request.getParam("page"))));
        } else if (request.path().equalsIgnoreCase("/v1/accounts/" + account.getString("id"))) {
            respond(request, 200, account);
        } else {
            respond(request, 404, new JsonObject().put("error", new JsonObject().put("code", "unknown_account")));
        }
    }

    private JsonObject page(int page) {
        JsonArray rows = new JsonArray();
        long first = (page - 1L) * ROWS_PER_PAGE;
        for (long row = first; row < Math.min(first + ROWS_PER_PAGE, total); row++) {
            rows.add(accounts.apply(row));
        }
        JsonObject served = new JsonObject().put("accounts", rows).put("total", total);
        return page == 2 ? secondPage.apply(served) : served;
    }

    private static void respond(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Acme-Trace", "trace-" + request.uri().length())
                .end(body.toBuffer());
    }

    @Override
    public boolean awaitRequest(Duration timeout) throws InterruptedException {
        return received.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean awaitDisconnect(Duration timeout) throws InterruptedException {
        return disconnected.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
