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

/** Acme, over real HTTP: it serves two accounts a page, whatever it is asked for, and knows one account by its id. */
final class AcmeServer implements StalledVendor {
    private static final String TOKEN = "{\"access_token\":\"secret\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    private static final int PAGE = 2;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile LongFunction<JsonObject> accounts = number -> new JsonObject();
    private volatile long total;
    private volatile JsonObject account = new JsonObject();
    private volatile UnaryOperator<JsonObject> secondPage = UnaryOperator.identity();
    private volatile boolean stalled;

    /** Listens on a free port. */
    URI start(Vertx vertx) {
        int port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The accounts that are listed, made when they are asked for. */
    void list(long number, LongFunction<JsonObject> made) {
        total = number;
        accounts = made;
    }

    /** The account that is known by its id. */
    void know(JsonObject known) {
        account = known;
    }

    /** Whatever becomes of the second page. */
    void spoilSecondPage(UnaryOperator<JsonObject> spoil) {
        secondPage = spoil;
    }

    StalledVendor stall() {
        stalled = true;
        return this;
    }

    /** What was asked, tokens left aside. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/token")) {
            request.response().putHeader("Content-Type", "application/json").end(TOKEN);
            return;
        }
        requests.add(request.method() + " " + request.uri());
        if (stalled) {
            request.connection().closeHandler(closed -> left.countDown());
            asked.countDown();
        } else if (request.path().equals("/v1/accounts")) {
            end(request, 200, page(Integer.parseInt(request.getParam("page"))));
        } else if (request.path().equalsIgnoreCase("/v1/accounts/" + account.getString("id"))) {
            end(request, 200, account);
        } else {
            end(request, 404, new JsonObject().put("error", new JsonObject().put("code", "unknown_account")));
        }
    }

    private JsonObject page(int page) {
        JsonArray rows = new JsonArray();
        long first = (page - 1L) * PAGE;
        for (long row = first; row < Math.min(first + PAGE, total); row++) {
            rows.add(accounts.apply(row));
        }
        JsonObject served = new JsonObject().put("accounts", rows).put("total", total);
        return page == 2 ? secondPage.apply(served) : served;
    }

    private static void end(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Acme-Trace", "trace-" + request.uri().length())
                .end(body.toBuffer());
    }

    @Override
    public boolean isAsked(Duration patience) throws InterruptedException {
        return asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isLeft(Duration patience) throws InterruptedException {
        return left.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
