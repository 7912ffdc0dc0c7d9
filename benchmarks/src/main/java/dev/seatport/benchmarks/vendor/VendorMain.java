package dev.seatport.benchmarks.vendor;

import dev.seatport.benchmarks.process.Child;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/**
 * The vendors' process. Prints the port that it listens on, and what it was asked for each line that it is sent; ends when
 * nobody can send it any more.
 */
final class VendorMain {
    private VendorMain() {}

    public static void main(String[] arguments) {
        Child.main(() -> serve(VendorOptions.of(arguments)));
    }

    private static void serve(VendorOptions options) throws Exception {
        Vendors vendors = new Vendors(options);
        System.out.println(listen(vendors).actualPort());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (asked.readLine() != null) {
            System.out.println(vendors.calls().line());
        }
    }

    private static HttpServer listen(Vendors vendors) throws InterruptedException, ExecutionException {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
                .createHttpServer()
                .requestHandler(vendors)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
