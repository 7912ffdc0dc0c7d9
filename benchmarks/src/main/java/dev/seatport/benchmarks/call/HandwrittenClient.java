package dev.seatport.benchmarks.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;

/** The same call with Vert.x's own client and databind: no token, no limit, no retry, no check. */
final class HandwrittenClient implements ClientUnderTest {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient client;
    private final RequestOptions request;
    private final ObjectReader reader = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(WireRow.Page.class);

    HandwrittenClient(String url, int concurrency) {
        client = vertx.createHttpClient(
                new PoolOptions().setHttp1MaxSize(concurrency).setMaxWaitQueueSize(-1));
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url + BenchmarkRequest.PATH)
                .putHeader(HttpHeaders.ACCEPT, BenchmarkRequest.JSON)
                .putHeader(HttpHeaders.AUTHORIZATION, BenchmarkRequest.BEARER)
                .putHeader(HttpHeaders.CONTENT_TYPE, BenchmarkRequest.JSON);
    }

    @Override
    public void call(Done done) {
        if (Vertx.currentContext() == loop) {
            send(done);
        } else {
            loop.runOnContext(ignored -> send(done));
        }
    }

    private void send(Done done) {
        client.request(request)
                .compose(ready -> ready.send(BenchmarkRequest.BODY))
                .compose(HttpClientResponse::body)
                .map(this::read)
                .onSuccess(page -> page.tell(done))
                .onFailure(done::failed);
    }

    private WireRow.Page read(Buffer body) {
        try {
            return reader.readValue(body.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
