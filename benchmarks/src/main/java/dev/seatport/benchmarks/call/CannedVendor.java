package dev.seatport.benchmarks.call;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Vendor in another process that responds at once with prepared bytes: a token, or the page named by the first segment of the path. It
 * exits when the process that started it exits.
 */
final class CannedVendor implements AutoCloseable {
    private static final Buffer TOKEN =
            Buffer.buffer("{\"access_token\":\"canned\",\"token_type\":\"Bearer\",\"expires_in\":3600}");

    private final Process process;
    private final int port;

    private CannedVendor(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static CannedVendor start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CannedVendor.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new CannedVendor(process, Integer.parseInt(String.valueOf(out.readLine())));
    }

    /** Returns the base URL for pages with this number of rows. */
    String url(int rows) {
        return "http://127.0.0.1:" + port + "/" + rows;
    }

    String tokenUrl() {
        return "http://127.0.0.1:" + port + "/token";
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws Exception {
        Buffer large = CannedPage.of(99).bytes();
        Buffer one = CannedPage.of(1).bytes();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> respond(request, large, one))
                .listen(0, "127.0.0.1")
                .await();
        System.out.println(server.actualPort());
        // The process that started this one keeps standard input open.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static void respond(HttpServerRequest request, Buffer large, Buffer one) {
        String path = request.path();
        Buffer body = path.startsWith("/99/") ? large : path.startsWith("/1/") ? one : TOKEN;
        request.response().putHeader("Content-Type", "application/json").end(body);
    }
}
