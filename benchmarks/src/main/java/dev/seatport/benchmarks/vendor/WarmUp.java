package dev.seatport.benchmarks.vendor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends some thousand requests before the measurement. A real vendor runs for a long time. Two processes that compile at the same time
 * would slow each other down.
 */
final class WarmUp {
    private static final int CALLERS = 8;
    private static final int CALLS_PER_CALLER = 1_000;
    private static final List<String> PATHS = List.of(
            "/partner/external/v3/general/customers/" + BenchmarkFleet.avePointId(1) + "/overview",
            "/partner/external/v3/general/customers/" + BenchmarkFleet.avePointId(1)
                    + "/batch?pageIndex=1&pageSize=100",
            C3Responses.PREFIX + "licenses");

    private final HttpClient client;
    private final int port;

    private WarmUp(HttpClient client, int port) {
        this.client = client;
        this.port = port;
    }

    /** Starts a second server with the same code and without latency and sends requests to it. */
    static void run(Vertx vertx) throws Exception {
        var server = vertx.createHttpServer()
                .requestHandler(new BenchmarkVendors(VendorOptions.fleet(2, Duration.ZERO)))
                .listen(0, "127.0.0.1")
                .await();
        WarmUp warmUp =
                new WarmUp(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CALLERS)), server.actualPort());
        Future.all(IntStream.range(0, CALLERS)
                        .mapToObj(caller -> warmUp.calls(CALLS_PER_CALLER))
                        .toList())
                .compose(done -> warmUp.client.close())
                .compose(done -> server.close())
                .await();
    }

    private Future<Void> calls(int remaining) {
        if (remaining == 0) {
            return Future.succeededFuture();
        }
        return client.request(HttpMethod.GET, port, "127.0.0.1", PATHS.get(remaining % PATHS.size()))
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .compose(body -> calls(remaining - 1));
    }
}
