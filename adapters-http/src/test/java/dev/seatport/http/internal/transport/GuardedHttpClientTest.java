package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.support.Failures;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuardedHttpClientTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    private final LocalTransport local = new LocalTransport();

    private final CompletableFuture<RawAnswer> outcome = new CompletableFuture<>();

    private Exchange exchange() {
        Context context = local.context();
        return new Exchange(
                context,
                local.clockwork(context),
                new ExchangeLimits(LONG, LONG, LONG, 1),
                new Exchange.Room(1),
                new Exchange.Outcome() {
                    @Override
                    public void answered(RawAnswer answer) {
                        outcome.complete(answer);
                    }

                    @Override
                    public void failed(AttemptException failure) {
                        outcome.completeExceptionally(failure);
                    }
                });
    }

    private GuardedHttpClient guard() {
        Context context = local.context();
        return new GuardedHttpClient(new Connections(
                local.vertx(), ObservedEventLoop.of(context), local.clockwork(context), LocalTransport.route(8)));
    }

    @Test
    void letsNoRequestPassThatBelongsToNoExchange() {
        Future<HttpClientRequest> request = guard().request(new RequestOptions());
        assertThat(Failures.thrown(request.toCompletionStage())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysSoWhenTheWebClientAsksForItsRequestLater() {
        GuardedHttpClient guard = guard();
        Exchange exchange = exchange();
        Throwable thrown = catchThrowable(() -> guard.sending(exchange, () -> {}));
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("did not ask");
    }

    @Test
    void endsAnExchangeOfAClosedClient() {
        GuardedHttpClient guard = guard();
        Failures.await(guard.shutdown(Duration.ZERO).toCompletionStage());
        Exchange exchange = exchange();
        guard.sending(
                exchange,
                () -> assertThat(guard.request(new RequestOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(1)
                                        .setURI("/"))
                                .failed())
                        .isTrue());
        LocalTransport.failure(outcome, FailureKind.CLOSED);
        assertThat(exchange.over()).isTrue();
    }

    @Test
    void isNotReachedOnceTheVertxWasClosed() {
        Failures.await(local.vertx().close().toCompletionStage());
        LocalTransport.failure(
                local.get(URI.create("http://127.0.0.1:1/"), new ExchangeLimits(LONG, LONG, LONG, 1)),
                FailureKind.CLOSED);
        local.transport().close();
    }
}
