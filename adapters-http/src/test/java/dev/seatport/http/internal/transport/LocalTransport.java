package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.internal.scheduling.VertxScheduler;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.testkit.http.ScriptedServer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Transport that is new for each test. */
final class LocalTransport implements BeforeEachCallback, AfterEachCallback {
    private static final long MAX_BODY_MEMORY = 2 * 1024 * 1024;

    private @Nullable Vertx vertx;
    private @Nullable Transport transport;

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        transport = withConnections(8);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FailureAssertions.await(vertx().close().toCompletionStage());
    }

    Vertx vertx() {
        return Objects.requireNonNull(vertx);
    }

    Transport transport() {
        return Objects.requireNonNull(transport);
    }

    Transport withConnections(int connections) {
        Context context = context();
        return new Transport(vertx(), context, scheduler(context), connectionOptions(connections), MAX_BODY_MEMORY);
    }

    static TransportOptions connectionOptions(int connections) {
        return new TransportOptions(connections, Duration.ofSeconds(5), Duration.ofSeconds(30), null, null);
    }

    Context context() {
        return Transport.context(vertx());
    }

    Scheduler scheduler(Context context) {
        return new VertxScheduler(vertx(), context, System::nanoTime);
    }

    CompletableFuture<RawResponse> get(ScriptedServer server, ExchangeLimits limits) {
        return get(server.url("/rows"), limits);
    }

    CompletableFuture<RawResponse> get(URI url, ExchangeLimits limits) {
        return get(transport(), url, limits);
    }

    static CompletableFuture<RawResponse> get(Transport transport, URI url, ExchangeLimits limits) {
        return transport
                .send(new Transport.OutgoingRequest(HttpMethod.GET, url, HttpHeaders.headers(), null), limits)
                .subscribeAsCompletionStage();
    }

    static AttemptException failure(CompletableFuture<?> exchange, FailureKind kind) {
        Throwable thrown = FailureAssertions.thrown(exchange);
        assertThat(thrown).isInstanceOf(AttemptException.class).hasNoCause();
        AttemptException failure = (AttemptException) thrown;
        assertThat(failure.kind()).as(failure.explanation()).isEqualTo(kind);
        return failure;
    }
}
