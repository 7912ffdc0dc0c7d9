package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seatport.ports.review.ReviewEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Review over HTTP with a client that is slow or disconnects. */
@Timeout(60)
class ReviewStreamTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final CompletableFuture<HttpServerResponse> response = new CompletableFuture<>();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Serves the review on {@link #context} and returns the port. */
    private int serve(Flow.Publisher<ReviewEvent> review) {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            response.complete(request.response());
            review.subscribe(new ReviewStream(vertx.getOrCreateContext(), request.response()));
        });
        CompletableFuture<Integer> port = new CompletableFuture<>();
        context.runOnContext(ignored -> server.listen(0, "127.0.0.1")
                .onSuccess(listening -> port.complete(listening.actualPort()))
                .onFailure(port::completeExceptionally));
        return port.join();
    }

    private static Socket sendRequest(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.getOutputStream()
                .write("GET /review HTTP/1.1\r\nhost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private <T> T onContext(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }

    /** Waits until the write queue is full, and returns the number of emitted events. */
    private long emittedWhenFull(EndlessReview review) throws Exception {
        HttpServerResponse full = response.get(30, TimeUnit.SECONDS);
        while (!onContext(full::writeQueueFull)) {
            Thread.onSpinWait();
        }
        return onContext(review.emitted::get);
    }

    @Test
    void stopsRequestingWhileTheClientDoesNotRead() throws Exception {
        EndlessReview review = new EndlessReview();

        try (Socket client = sendRequest(serve(review))) {
            long emitted = emittedWhenFull(review);
            for (int i = 0; i < 1_000; i++) {
                onContext(() -> "one event loop iteration");
            }
            assertThat(review.emitted.get()).isLessThanOrEqualTo(emitted + 16);

            long read = 0;
            byte[] buffer = new byte[100_000];
            while (review.emitted.get() <= emitted + 16) {
                read += client.getInputStream().read(buffer);
            }
            assertThat(read).as("bytes read until the review continued").isPositive();
        }
    }

    @Test
    void cancelsTheReviewWhenTheClientDisconnects() throws Exception {
        EndlessReview review = new EndlessReview();

        Socket client = sendRequest(serve(review));
        assertThat(client.getInputStream().read()).isPositive();
        client.close();

        review.cancelled.get(30, TimeUnit.SECONDS);
    }

    @Test
    void resetsTheResponseOnAnInternalError() {
        int port = serve(new EndlessReview(new IllegalStateException("bug")));

        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
    }
}
