package dev.seatport.benchmarks.vendor;

import dev.seatport.benchmarks.process.ChildProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Process of the vendors. Prints its port, and the request counts for each line of standard input. Exits when standard input ends. */
final class VendorMain {
    private VendorMain() {}

    public static void main(String[] arguments) {
        ChildProcess.main(() -> serve(VendorOptions.of(arguments)));
    }

    private static void serve(VendorOptions options) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        WarmUp.run(vertx);
        BenchmarkVendors vendors = new BenchmarkVendors(options);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(vendors)
                .listen(0, "127.0.0.1")
                .await();
        System.out.println(server.actualPort());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (commands.readLine() != null) {
            System.out.println(vendors.calls().line());
        }
    }
}
