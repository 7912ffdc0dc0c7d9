package dev.seatport.benchmarks.vendor;

import dev.seatport.benchmarks.process.ChildProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The vendors' process. Prints the port that it listens on, and what it was asked for each line that it is sent; ends when
 * nobody can send it any more.
 */
final class VendorMain {
    private VendorMain() {}

    public static void main(String[] arguments) {
        ChildProcess.main(() -> serve(VendorOptions.of(arguments)));
    }

    private static void serve(VendorOptions options) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        WarmUp.run(vertx);
        BenchmarkVendors benchmarkVendors = new BenchmarkVendors(options);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(benchmarkVendors)
                .listen(0, "127.0.0.1")
                .await();
        System.out.println(server.actualPort());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (asked.readLine() != null) {
            System.out.println(benchmarkVendors.calls().line());
        }
    }
}
