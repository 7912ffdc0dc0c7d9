package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.support.FailureAssertions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancellableHttpClientTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    private final LocalTransport local = new LocalTransport();

    private final CompletableFuture<RawResponse> outcome = new CompletableFuture<>();

    private HttpExchange exchange() {
        Context context = local.context();
        return new HttpExchange(
                context,
                local.scheduler(context),
                new ExchangeLimits(LONG, LONG, LONG, 1),
                new HttpExchange.MemoryBudget(1),
                new HttpExchange.ExchangeCallback() {
                    @Override
                    public void onResponse(RawResponse response) {
                        outcome.complete(response);
                    }

                    @Override
                    public void onFailure(AttemptException failure) {
                        outcome.completeExceptionally(failure);
                    }
                });
    }

    private CancellableHttpClient client() {
        Context context = local.context();
        return new CancellableHttpClient(new ConnectionPools(
                local.vertx(),
                ChannelLookupEventLoop.of(context),
                local.scheduler(context),
                LocalTransport.connectionOptions(8)));
    }

    @Test
    void rejectsARequestWithoutAnExchange() {
        Future<HttpClientRequest> request = client().request(new RequestOptions());
        assertThat(FailureAssertions.thrown(request.toCompletionStage())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void throwsIfTheWebClientRequestsLater() {
        CancellableHttpClient client = client();
        HttpExchange exchange = exchange();
        Throwable thrown = catchThrowable(() -> client.send(exchange, () -> {}));
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("did not create its request");
    }

    @Test
    void failsAnExchangeOfAClosedClient() {
        CancellableHttpClient client = client();
        FailureAssertions.await(client.shutdown(Duration.ZERO).toCompletionStage());
        HttpExchange exchange = exchange();
        client.send(
                exchange,
                () -> assertThat(client.request(new RequestOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(1)
                                        .setURI("/"))
                                .failed())
                        .isTrue());
        LocalTransport.failure(outcome, FailureKind.CLOSED);
        assertThat(exchange.isDone()).isTrue();
    }

    @Test
    void isNotCalledOnceTheVertxWasClosed() {
        FailureAssertions.await(local.vertx().close().toCompletionStage());
        LocalTransport.failure(
                local.get(URI.create("http://127.0.0.1:1/"), new ExchangeLimits(LONG, LONG, LONG, 1)),
                FailureKind.CLOSED);
        local.transport().close();
    }
}
