package dev.seatport.graph;

import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** HTTP server of Graph and of its token endpoints. Each tenant has its own token. Pages link to the next page. */
final class GraphServer implements StalledVendor {
    static final String PARTNER = "aaaaaaaa-0000-4000-8000-00000000000a";
    private static final int ROWS_PER_PAGE = 2;
    private static final String TOKEN_PATH = "/oauth2/v2.0/token";

    private final Map<String, Rows> listings = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tokenRequests = new AtomicInteger();
    private final AtomicInteger openConnections = new AtomicInteger();
    private final AtomicInteger mostConnections = new AtomicInteger();
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch disconnected = new CountDownLatch(1);
    private volatile boolean emptyPage;
    private volatile boolean brokenSecondPage;
    private volatile boolean confusedFilters;
    private volatile boolean stalled;

    /** Rows of a listing, created on demand. */
    private record Rows(long count, LongFunction<JsonObject> row) {}

    /** Starts the server on a free port and returns its base URL. */
    URI start(Vertx vertx) {
        int port = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    mostConnections.accumulateAndGet(openConnections.incrementAndGet(), Math::max);
                    connection.closeHandler(closed -> {
                        openConnections.decrementAndGet();
                        disconnected.countDown();
                    });
                })
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    void contracts(JsonObject... rows) {
        contracts(rows.length, row -> rows[(int) row]);
    }

    void contracts(long count, LongFunction<JsonObject> row) {
        listings.put("/v1.0/contracts", new Rows(count, row));
    }

    void skus(JsonObject... rows) {
        skus(rows.length, row -> rows[(int) row]);
    }

    void skus(long count, LongFunction<JsonObject> row) {
        listings.put("/v1.0/subscribedSkus", new Rows(count, row));
    }

    void subscriptions(JsonObject... rows) {
        subscriptions(rows.length, row -> rows[(int) row]);
    }

    void subscriptions(long count, LongFunction<JsonObject> row) {
        listings.put("/v1.0/directory/subscriptions", new Rows(count, row));
    }

    /** Inserts a page without rows before each second page. */
    void insertEmptyPage() {
        emptyPage = true;
    }

    /** Leaves the list of rows out of each second page. */
    void breakSecondPage() {
        brokenSecondPage = true;
    }

    /** Leaves further requests without a response. */
    StalledVendor stall() {
        stalled = true;
        return this;
    }

    /** Returns the received requests with their tokens, without token requests. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    int tokenRequests() {
        return tokenRequests.get();
    }

    /** Returns the maximum number of connections that were open at the same time. */
    int mostConnections() {
        return mostConnections.get();
    }

    private void handle(HttpServerRequest request) {
        if (request.path().endsWith(TOKEN_PATH)) {
            tokenRequests.incrementAndGet();
            String tenant = request.path().substring(1, request.path().length() - TOKEN_PATH.length());
            respond(
                    request,
                    200,
                    new JsonObject().put("access_token", "token-of-" + tenant).put("expires_in", 3600));
            return;
        }
        requests.add(request.method() + " " + request.uri() + " " + request.getHeader("Authorization"));
        if (stalled) {
            received.countDown();
            return;
        }
        Rows rows = listings.get(request.path());
        if (rows == null) {
            respond(request, 200, new JsonObject().put("value", new JsonArray()));
        } else {
            respond(request, 200, page(request, filtered(rows, request.getParam("$filter"))));
        }
    }

    /** Responds to a filter with the customers that it does not match, from now on. */
    void confuseFilters() {
        confusedFilters = true;
    }

    private Rows filtered(Rows rows, String filter) {
        if (filter == null) {
            return rows;
        }
        String id = filter.substring("customerId eq ".length());
        List<JsonObject> matching = LongStream.range(0, rows.count())
                .mapToObj(rows.row())
                .filter(row -> id.equalsIgnoreCase(row.getString("customerId")) != confusedFilters)
                .toList();
        return new Rows(matching.size(), row -> matching.get((int) row));
    }

    private JsonObject page(HttpServerRequest request, Rows rows) {
        String token = request.getParam("$skiptoken");
        boolean again = token != null && token.endsWith("-again");
        long first = token == null ? 0 : Long.parseLong(token.replace("-again", ""));
        String here = "http://" + request.authority() + request.path() + "?$skiptoken=";
        JsonObject page = new JsonObject();
        if (brokenSecondPage && first == ROWS_PER_PAGE) {
            return page;
        }
        if (emptyPage && first == ROWS_PER_PAGE && !again) {
            return page.put("value", new JsonArray()).put("@odata.nextLink", here + first + "-again");
        }
        long end = Math.min(first + ROWS_PER_PAGE, rows.count());
        JsonArray value = new JsonArray();
        LongStream.range(first, end).mapToObj(rows.row()).forEach(value::add);
        page.put("value", value);
        return end == rows.count() ? page : page.put("@odata.nextLink", here + end);
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
