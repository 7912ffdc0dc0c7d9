package dev.seatport.http.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.ShelfListing;
import dev.seatport.http.ShelfListing.Book;
import dev.seatport.http.ShelfListing.ShelfDto;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.codec.JsonDecodeException;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the call pipeline that need access to its stages. */
class CallPipelineTest {
    private static final String SHELF = "{\"Status\":\"Good\",\"Rows\":[{\"id\":\"a\"}],\"total\":1}";

    @RegisterExtension
    private final LocalCallPipeline calls = new LocalCallPipeline();

    private CompletableFuture<BufferedBody<ShelfDto, Book>> call() {
        return call(ShelfListing.READER);
    }

    private CompletableFuture<BufferedBody<ShelfDto, Book>> call(FastResponseReader<ShelfDto, Book> reader) {
        VendorRequest request =
                VendorRequest.get(LocalCallPipeline.OPERATION).path("/shelf").build();
        BufferedBody.FastDecoder<ShelfDto, Book> fastDecoder =
                new BufferedBody.FastDecoder<>(reader, calls.pipeline().partialContext(LocalCallPipeline.OPERATION), 1);
        return calls.pipeline()
                .call(request, () -> new BufferedBody<>(ShelfDto.class, fastDecoder))
                .map(DecodableResponse::body)
                .subscribeAsCompletionStage();
    }

    private static void refuse(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }

    /** Replaces the token of a request before the vendor refuses it. */
    private void refuseReplaced(HttpServerRequest request) {
        Secret used = Secret.of(calls.bearers().get(calls.bearers().size() - 1));
        calls.tokenCache()
                .replace(LocalCallPipeline.OPERATION, used)
                .subscribe()
                .with(fresh -> refuse(request, 401));
    }

    @Test
    void returnsTheMappedRows() throws JsonDecodeException {
        calls.respond((request, number) -> request.response().end(SHELF));
        BufferedBody<ShelfDto, Book> response = FailureAssertions.await(call());
        assertThat(response.value().total()).isEqualTo(1);
        assertThat(response.rows()).extracting(Book::id).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"1,vert.x-eventloop-thread", "1000,seatport-reader"})
    void decodesALargeResponseOutsideTheEventLoop(int books, String reader) {
        String rows = IntStream.range(0, books)
                .mapToObj(book -> "{\"id\":\"book-" + book + "\"}")
                .collect(Collectors.joining(","));
        calls.respond((request, number) ->
                request.response().end("{\"Status\":\"Good\",\"Rows\":[" + rows + "],\"total\":" + books + "}"));
        List<String> threads = new CopyOnWriteArrayList<>();
        CompletableFuture<BufferedBody<ShelfDto, Book>> call = call((json, found, response) -> {
            threads.add(Thread.currentThread().getName());
            return ShelfListing.READER.decode(json, found, response);
        });
        call = call.whenComplete(
                (response, failure) -> threads.add(Thread.currentThread().getName()));
        assertThat(FailureAssertions.await(call).rows()).hasSize(books);
        assertThat(threads).hasSize(2);
        assertThat(threads.get(0)).startsWith(reader);
        assertThat(threads.get(1)).startsWith("vert.x-eventloop-thread");
    }

    @Test
    void reportsDriftInALargeResponse() {
        String odd = "{\"id\":\"a\",\"unheardOf\":\"" + "x".repeat(10_000) + "\"}";
        calls.respond((request, number) ->
                request.response().end("{\"Status\":\"Good\",\"Rows\":[" + odd + "],\"total\":1}"));
        FailureAssertions.await(call());
        assertThat(calls.callListener().drifts())
                .containsExactly(new SchemaDrift("$.Rows[*].unheardOf", "a new field"));
    }

    @Test
    void countsAnyResponseButA429AsAcceptedByTheRateLimiter() {
        calls.respond((request, number) -> {
            if (number <= 2) {
                refuse(request, 429);
            } else {
                request.response().end(SHELF);
            }
        });
        FailureAssertions.await(call());
        assertThat(calls.requests()).hasSize(3);
        assertThat(calls.rateLimiter().acceptedAgainCount()).isOne();
        assertThat(calls.rateLimiter().consecutiveRefusals(System.nanoTime())).isZero();
    }

    @Test
    void doesNotCountTheRefusalOfAReplacedToken() {
        calls.respond((request, number) -> {
            switch (number) {
                case 1 -> refuseReplaced(request);
                case 2 -> refuse(request, 401);
                default -> request.response().end(SHELF);
            }
        });
        assertThat(FailureAssertions.await(call()).rows()).hasSize(1);
        assertThat(calls.bearers()).containsExactly("token-1", "token-2", "token-3");
    }

    @Test
    void sendsNoMoreThanThreeTokensToAVendorThatRefusesThemAll() {
        calls.respond((request, number) -> refuse(request, 401));
        for (int i = 0; i < 10; i++) {
            VendorException failure = FailureAssertions.failure(call(), FailureKind.AUTHENTICATION_FAILED);
            assertThat(failure.status()).hasValue(401);
            if (i > 1) {
                assertThat(failure).hasMessageContaining("refused several fresh tokens in a row; none is fetched for");
                assertThat(failure.attempts()).isOne();
            }
        }
        assertThat(calls.bearers().subList(0, 4)).containsExactly("token-1", "token-2", "token-2", "token-3");
        assertThat(calls.bearers().subList(4, 12)).containsOnly("token-3");
    }

    @Test
    void fetchesTokensAgainAfterASuccessfulResponse() {
        calls.respond((request, number) -> {
            if (number == 6) {
                request.response().end(SHELF);
            } else {
                refuse(request, 401);
            }
        });
        for (int i = 0; i < 3; i++) {
            FailureAssertions.failure(call(), FailureKind.AUTHENTICATION_FAILED);
        }
        assertThat(FailureAssertions.await(call()).rows()).hasSize(1);
        FailureAssertions.failure(call(), FailureKind.AUTHENTICATION_FAILED);
        assertThat(calls.bearers().get(calls.bearers().size() - 1)).isEqualTo("token-4");
    }

    @Test
    void fetchesNoTokenAfterAResponseOfAGateway() {
        calls.respond((request, number) -> request.response().setStatusCode(401).end("<!DOCTYPE html><html></html>"));
        assertThat(FailureAssertions.failure(call(), FailureKind.UNAVAILABLE).status())
                .hasValue(401);
        assertThat(calls.bearers()).containsExactly("token-1");
        assertThat(calls.callListener().exchanges()).containsExactly("shelf 200 null", "shelf 401 UNAVAILABLE");
    }

    @Test
    void sendsAtMostFourRequestsIfEachTokenIsReplacedMeanwhile() {
        calls.respond((request, number) -> refuseReplaced(request));
        assertThat(FailureAssertions.failure(call(), FailureKind.AUTHENTICATION_FAILED)
                        .attempts())
                .isEqualTo(4);
        assertThat(calls.bearers()).containsExactly("token-1", "token-2", "token-3", "token-4");
    }
}
