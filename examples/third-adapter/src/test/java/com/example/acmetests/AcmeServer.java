package com.example.acmetests;

import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** HTTP server of Acme. Each tenant has its own token. Pages have two rows, whatever the requested size. */
final class AcmeServer implements StalledVendor {
    /** A GUID with letters in both cases, as a vendor may spell it. */
    static final String BAKERY = "0A1B2C3D-0000-4000-8000-00000000000e";

    static final String TENANT = "0a1b2c3d-0000-4000-8000-0000000000F0";
    static final String PARTNER = "partner";
    static final String THROTTLED_TENANT = "busy";
    static final String TENANT_WITHOUT_CONSENT = "closed";
    private static final int ROWS_PER_PAGE = 2;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch disconnected = new CountDownLatch(1);
    private volatile LongFunction<JsonObject> rows = number -> new JsonObject();
    private volatile long total;
    private volatile boolean insertsEmptyPage;
    private volatile boolean breaksSecondPage;
    private volatile boolean confusesAccounts;
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

    /** Sets the rows of all listings. The function creates a row when its page is requested. */
    void setRows(long count, LongFunction<JsonObject> factory) {
        total = count;
        rows = factory;
    }

    /** Inserts a page without rows before the second page of licenses. */
    void insertEmptyPage() {
        insertsEmptyPage = true;
    }

    /** Leaves the list of rows out of the second page. */
    void breakSecondPage() {
        breaksSecondPage = true;
    }

    /** Responds to a request for one account with the next one. */
    void confuseAccounts() {
        confusesAccounts = true;
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
            respondToTokenRequest(
                    request, request.path().substring(1, request.path().length() - "/token".length()));
            return;
        }
        requests.add(request.method() + " " + request.uri());
        String account = Optional.ofNullable(request.getParam("account"))
                .orElse(request.path().substring(request.path().lastIndexOf('/') + 1));
        if (stalled) {
            leaveWithoutResponse(request);
        } else if (("Bearer token-of-" + THROTTLED_TENANT).equals(request.getHeader("Authorization"))) {
            request.response().putHeader("Retry-After", "3600").putHeader("X-Acme-Limit-Scope", "tenant");
            respond(request, 429, new JsonObject());
        } else if (request.path().startsWith("/v1/accounts")
                && !("Bearer token-of-" + PARTNER).equals(request.getHeader("Authorization"))) {
            respond(request, 401, new JsonObject().put("error", "wrong_token"));
        } else if (request.path().equals("/v1/accounts")) {
            respond(request, 200, accounts(Integer.parseInt(request.getParam("page"))));
        } else if (!account.equalsIgnoreCase(BAKERY)) {
            respond(request, 404, new JsonObject().put("error", "unknown_account"));
        } else {
            JsonObject one = rows.apply(confusesAccounts ? 1 : 0);
            respond(request, 200, request.path().equals("/v1/licenses") ? licenses(request) : one);
        }
    }

    private static void respondToTokenRequest(HttpServerRequest request, String tenant) {
        if (tenant.equals(TENANT_WITHOUT_CONSENT)) {
            respond(request, 400, new JsonObject().put("error_codes", new JsonArray().add(4711)));
        } else {
            respond(
                    request,
                    200,
                    new JsonObject().put("access_token", "token-of-" + tenant).put("expires_in", 3600));
        }
    }

    private JsonObject accounts(int page) {
        JsonObject served = new JsonObject().put("total", total);
        return page == 2 && breaksSecondPage ? served : served.put("accounts", rowsFrom((page - 1L) * ROWS_PER_PAGE));
    }

    private JsonObject licenses(HttpServerRequest request) {
        long first = request.getParam("skip") == null ? 0 : Long.parseLong(request.getParam("skip"));
        String here = "/v1/licenses?account=" + request.getParam("account") + "&skip=";
        if (insertsEmptyPage && first == ROWS_PER_PAGE && request.getParam("again") == null) {
            return new JsonObject().put("value", new JsonArray()).put("next", here + first + "&again=1");
        }
        if (breaksSecondPage && first == ROWS_PER_PAGE) {
            return new JsonObject();
        }
        JsonObject page = new JsonObject().put("value", rowsFrom(first));
        return first + ROWS_PER_PAGE >= total
                ? page
                : page.put("next", "http://" + request.authority() + here + (first + ROWS_PER_PAGE));
    }

    private JsonArray rowsFrom(long first) {
        JsonArray page = new JsonArray();
        for (long row = first; row < Math.min(first + ROWS_PER_PAGE, total); row++) {
            page.add(rows.apply(row));
        }
        return page;
    }

    // begin: stalled
    private void leaveWithoutResponse(HttpServerRequest request) {
        request.connection().closeHandler(closed -> disconnected.countDown());
        received.countDown();
    }

    @Override
    public boolean awaitRequest(Duration timeout) throws InterruptedException {
        return received.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean awaitDisconnect(Duration timeout) throws InterruptedException {
        return disconnected.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
    // end: stalled

    private static void respond(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Acme-Trace", "trace-" + request.uri().length())
                .end(body.toBuffer());
    }
}
