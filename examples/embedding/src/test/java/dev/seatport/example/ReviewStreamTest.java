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

/** What becomes of a review when the client is slow, or leaves. */
@Timeout(60)
class ReviewStreamTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final CompletableFuture<HttpServerResponse> response = new CompletableFuture<>();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Answers every request with that review, on {@link #context}. */
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

    private static Socket ask(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.getOutputStream()
                .write("GET /review HTTP/1.1\r\nhost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private <T> T onContext(Callable<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Until the client's buffers are full: then nothing moves any more. */
    private long toldWhenFull(TenantsWithoutEnd review) throws Exception {
        HttpServerResponse full = response.get(30, TimeUnit.SECONDS);
        while (!onContext(full::writeQueueFull)) {
            Thread.onSpinWait();
        }
        return onContext(review.told::get);
    }

    @Test
    void waitsForAClientThatDoesNotRead() throws Exception {
        TenantsWithoutEnd review = new TenantsWithoutEnd();

        try (Socket client = ask(serve(review))) {
            long told = toldWhenFull(review);
            for (int i = 0; i < 1_000; i++) {
                onContext(() -> "a turn of the loop");
            }
            assertThat(review.told.get()).isLessThanOrEqualTo(told + 16);

            long read = 0;
            byte[] buffer = new byte[100_000];
            while (review.told.get() <= told + 16) {
                read += client.getInputStream().read(buffer);
            }
            assertThat(read).as("what was read until the review went on").isPositive();
        }
    }

    @Test
    void cancelsTheReviewWhenTheClientLeaves() throws Exception {
        TenantsWithoutEnd review = new TenantsWithoutEnd();

        Socket client = ask(serve(review));
        assertThat(client.getInputStream().read()).isPositive();
        client.close();

        review.cancelled.get(30, TimeUnit.SECONDS);
    }

    @Test
    void breaksTheAnswerOffWhenTheReviewFailsForABug() {
        int port = serve(new TenantsWithoutEnd(new IllegalStateException("a bug")));

        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
    }
}
