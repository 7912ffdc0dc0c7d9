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
 * Has vendors answer some thousand calls before anybody times them: the vendors of a partner have been up for long, and two processes
 * whose code is compiled at once take the processor from each other.
 */
final class WarmUp {
    private static final int CALLERS = 8;
    private static final int CALLS_EACH = 1_000;
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

    /** Asks twins of the vendors to come, which answer at once. */
    static void run(Vertx vertx) throws Exception {
        var twins = vertx.createHttpServer()
                .requestHandler(new BenchmarkVendors(VendorOptions.fleet(2, Duration.ZERO)))
                .listen(0, "127.0.0.1")
                .await();
        WarmUp warmUp =
                new WarmUp(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CALLERS)), twins.actualPort());
        Future.all(IntStream.range(0, CALLERS)
                        .mapToObj(caller -> warmUp.calls(CALLS_EACH))
                        .toList())
                .compose(done -> warmUp.client.close())
                .compose(done -> twins.close())
                .await();
    }

    private Future<Void> calls(int left) {
        if (left == 0) {
            return Future.succeededFuture();
        }
        return client.request(HttpMethod.GET, port, "127.0.0.1", PATHS.get(left % PATHS.size()))
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .compose(body -> calls(left - 1));
    }
}
