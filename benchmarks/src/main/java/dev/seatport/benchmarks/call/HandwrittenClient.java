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

/** The same call with Vert.x' HTTP client and databind: no token, limit, retry or check. */
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
    public void call(ResultCallback callback) {
        if (Vertx.currentContext() == loop) {
            send(callback);
        } else {
            loop.runOnContext(ignored -> send(callback));
        }
    }

    private void send(ResultCallback callback) {
        client.request(request)
                .compose(sendable -> sendable.send(BenchmarkRequest.BODY))
                .compose(HttpClientResponse::body)
                .map(this::decode)
                .onSuccess(page -> page.reportTo(callback))
                .onFailure(callback::failed);
    }

    private WireRow.Page decode(Buffer body) {
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
