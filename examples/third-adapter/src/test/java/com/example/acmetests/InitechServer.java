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

/** HTTP server of Initech. Each tenant has its own token. Pages have two rows, and link to the next page. */
final class InitechServer implements StalledVendor {
    private static final int ROWS_PER_PAGE = 2;

    private final String account;
    private final List<JsonObject> licenses;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch disconnected = new CountDownLatch(1);
    private volatile boolean emptyPage;
    private volatile boolean brokenSecondPage;
    private volatile boolean stalled;

    InitechServer(String account, List<JsonObject> licenses) {
        this.account = account;
        this.licenses = licenses;
    }

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

    /** Inserts a page without rows before the second page. */
    void insertEmptyPage() {
        emptyPage = true;
    }

    /** Leaves the list of rows out of the second page. */
    void breakSecondPage() {
        brokenSecondPage = true;
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
        if (request.path().endsWith("/token")) {
            String tenant = request.path().substring(1, request.path().length() - "/token".length());
            respond(
                    request,
                    200,
                    new JsonObject().put("access_token", "token-of-" + tenant).put("expires_in", 3600));
            return;
        }
        requests.add(request.method() + " " + request.uri() + " " + request.getHeader("Authorization"));
        if (stalled) {
            request.connection().closeHandler(closed -> disconnected.countDown());
            received.countDown();
        } else if (account.equalsIgnoreCase(request.getParam("account"))) {
            respond(request, 200, page(request));
        } else {
            respond(request, 404, new JsonObject());
        }
    }

    private JsonObject page(HttpServerRequest request) {
        int first = request.getParam("skip") == null ? 0 : Integer.parseInt(request.getParam("skip"));
        String here = "/v1/licenses?account=" + request.getParam("account");
        if (emptyPage && first == ROWS_PER_PAGE && request.getParam("again") == null) {
            return new JsonObject().put("value", new JsonArray()).put("next", here + "&skip=" + first + "&again=1");
        }
        if (brokenSecondPage && first == ROWS_PER_PAGE) {
            return new JsonObject();
        }
        int end = Math.min(first + ROWS_PER_PAGE, licenses.size());
        JsonObject page = new JsonObject().put("value", new JsonArray(licenses.subList(first, end)));
        return end == licenses.size()
                ? page
                : page.put("next", "http://" + request.authority() + here + "&skip=" + end);
    }

    private static void respond(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
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
