package dev.seatport.demo.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Fake AvePoint that responds to token requests and the first page of customers. All other requests stall until it closes. */
final class StallingVendor implements AutoCloseable {
    private static final int ROWS = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final HttpServer server;

    private StallingVendor(HttpServer server) {
        this.server = server;
    }

    static StallingVendor start() throws IOException {
        StallingVendor vendor =
                new StallingVendor(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        vendor.server.createContext("/", vendor::respond);
        vendor.server.setExecutor(vendor.threads);
        vendor.server.start();
        return vendor;
    }

    private void respond(HttpExchange httpExchange) throws IOException {
        httpExchange.getRequestBody().readAllBytes();
        String uri = httpExchange.getRequestURI().toString();
        if (uri.equals("/token")) {
            send(httpExchange, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        } else if (uri.contains("pageIndex=1&")) {
            send(httpExchange, firstPage());
        } else {
            stalled.countDown();
            awaitEnd();
            httpExchange.close();
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String firstPage() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append(i == 0 ? "" : ",").append(FakeVendors.customer("id-" + i, "name ".repeat(40)));
        }
        return "{\"data\":[" + rows + "],\"metadata\":{\"pageIndex\":1,\"pageSize\":100,\"totalCount\":200}}";
    }

    private static void send(HttpExchange httpExchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        httpExchange.sendResponseHeaders(200, bytes.length);
        httpExchange.getResponseBody().write(bytes);
        httpExchange.close();
    }

    /** Waits until a request stalls. */
    void awaitStall() throws InterruptedException {
        stalled.await();
    }

    Map<String, String> settings() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "seatport.avepoint.base-url",
                url,
                "seatport.avepoint.token-url",
                url + "/token",
                "seatport.avepoint.client-id",
                "client",
                "seatport.avepoint.client-secret",
                "secret");
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
