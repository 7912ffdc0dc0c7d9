package dev.seatport.benchmarks.vendor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Both vendors behind one port, on one event loop; their paths tell them apart. */
final class BenchmarkVendors implements Handler<HttpServerRequest> {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final int TOO_MANY = 429;

    private final AvePointResponses avePoint;
    private final C3Responses c3;
    private final Latency latency;
    private final BenchmarkTokenBucket ofAvePoint;
    private final BenchmarkTokenBucket ofC3;
    private final AtomicLong avePointCalls = new AtomicLong();
    private final AtomicLong c3Calls = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    BenchmarkVendors(VendorOptions options) {
        BenchmarkFleet benchmarkFleet = new BenchmarkFleet(options);
        this.avePoint = new AvePointResponses(benchmarkFleet);
        this.c3 = new C3Responses(benchmarkFleet);
        this.latency = new Latency(options.latency());
        this.ofAvePoint = new BenchmarkTokenBucket(options.perSecond());
        this.ofC3 = new BenchmarkTokenBucket(options.perSecond());
    }

    CallCounter calls() {
        return new CallCounter(avePointCalls.get(), c3Calls.get(), refusals.get(), latency.mean());
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.endHandler(ignored -> latency.pass(() -> answer(request)));
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith(AvePointResponses.PREFIX)) {
            ofAvePoint(request);
        } else if (path.startsWith(C3Responses.PREFIX)) {
            ofC3(request, path);
        } else if (path.equals(AvePointResponses.TOKEN)) {
            end(request, AvePointResponses.token());
        } else if (path.equals(C3Responses.TOKEN)) {
            end(request, C3Responses.token());
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void ofAvePoint(HttpServerRequest request) {
        if (ofAvePoint.take()) {
            avePointCalls.incrementAndGet();
            end(request, avePoint.answer(request));
        } else {
            refuse(request);
        }
    }

    private void ofC3(HttpServerRequest request, String path) {
        if (!ofC3.take()) {
            refuse(request);
            return;
        }
        c3Calls.incrementAndGet();
        if (path.equals(C3Responses.CUSTOMERS)) {
            c3.customers(json(request));
        } else {
            end(request, C3Responses.licenses());
        }
    }

    private void refuse(HttpServerRequest request) {
        refusals.incrementAndGet();
        request.response().setStatusCode(TOO_MANY).end();
    }

    private static HttpServerResponse json(HttpServerRequest request) {
        return request.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    }

    private static void end(HttpServerRequest request, Buffer body) {
        json(request).end(body);
    }
}
