package dev.seatport.benchmarks.vendor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Both vendors on one port and one event loop. The path selects the vendor. */
final class BenchmarkVendors implements Handler<HttpServerRequest> {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final int TOO_MANY_REQUESTS = 429;

    private final AvePointResponses avePoint;
    private final C3Responses c3;
    private final Latency latency;
    private final BenchmarkTokenBucket avePointBucket;
    private final BenchmarkTokenBucket c3Bucket;
    private final AtomicLong avePointCalls = new AtomicLong();
    private final AtomicLong c3Calls = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    BenchmarkVendors(VendorOptions options) {
        BenchmarkFleet fleet = new BenchmarkFleet(options);
        this.avePoint = new AvePointResponses(fleet);
        this.c3 = new C3Responses(fleet);
        this.latency = new Latency(options.latency());
        this.avePointBucket = new BenchmarkTokenBucket(options.perSecond());
        this.c3Bucket = new BenchmarkTokenBucket(options.perSecond());
    }

    CallCounter calls() {
        return new CallCounter(avePointCalls.get(), c3Calls.get(), refusals.get(), latency.meanMicros());
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.endHandler(ignored -> latency.delay(() -> respond(request)));
    }

    private void respond(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith(AvePointResponses.PREFIX)) {
            respondAvePoint(request);
        } else if (path.startsWith(C3Responses.PREFIX)) {
            respondC3(request, path);
        } else if (path.equals(AvePointResponses.TOKEN)) {
            end(request, AvePointResponses.token());
        } else if (path.equals(C3Responses.TOKEN)) {
            end(request, C3Responses.token());
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void respondAvePoint(HttpServerRequest request) {
        if (avePointBucket.tryTake()) {
            avePointCalls.incrementAndGet();
            end(request, avePoint.respond(request));
        } else {
            reject(request);
        }
    }

    private void respondC3(HttpServerRequest request, String path) {
        if (!c3Bucket.tryTake()) {
            reject(request);
            return;
        }
        c3Calls.incrementAndGet();
        if (path.equals(C3Responses.CUSTOMERS)) {
            c3.customers(json(request));
        } else {
            end(request, C3Responses.licenses());
        }
    }

    private void reject(HttpServerRequest request) {
        refusals.incrementAndGet();
        request.response().setStatusCode(TOO_MANY_REQUESTS).end();
    }

    private static HttpServerResponse json(HttpServerRequest request) {
        return request.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    }

    private static void end(HttpServerRequest request, Buffer body) {
        json(request).end(body);
    }
}
