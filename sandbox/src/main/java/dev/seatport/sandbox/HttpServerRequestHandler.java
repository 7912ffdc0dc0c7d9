package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestLog.Entry;
import dev.seatport.sandbox.VendorPrefixRouter.RoutedRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.injection.ActiveFaultPlan;
import dev.seatport.sandbox.injection.FaultDecision;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Reads, logs and counts a request and writes the response after the latency of the fault plan. */
final class HttpServerRequestHandler implements Handler<HttpServerRequest> {
    /** Larger bodies get a 413 response. */
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final Vertx vertx;
    private final VendorPrefixRouter router;
    private final Supplier<ActiveFaultPlan> plan;
    private final RequestLog log;
    private final StatisticsRecorder statistics;
    private final FaultyResponder responder;

    HttpServerRequestHandler(
            Vertx vertx,
            VendorPrefixRouter router,
            Supplier<ActiveFaultPlan> plan,
            RequestLog log,
            StatisticsRecorder statistics,
            FaultyResponder responder) {
        this.vertx = vertx;
        this.router = router;
        this.plan = plan;
        this.log = log;
        this.statistics = statistics;
        this.responder = responder;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        AtomicBoolean ended = new AtomicBoolean();
        request.exceptionHandler(broken -> ended.set(true));
        request.handler(chunk -> {
            if (ended.get()) {
                return;
            }
            body.appendBuffer(chunk);
            if (body.length() > MAX_BODY_BYTES) {
                ended.set(true);
                reject(request);
            }
        });
        request.endHandler(end -> {
            if (!ended.get()) {
                respond(request, body.toString(StandardCharsets.UTF_8));
            }
        });
    }

    private void reject(HttpServerRequest request) {
        RequestKind kind = router.route(request, "").info().kind();
        Entry entry = log(request, "", kind);
        responder.write(
                request,
                entry,
                FaultyResponder.ResponseWithFault.refusal(kind, SandboxResponse.plainText(413, "Payload Too Large")));
    }

    private void respond(HttpServerRequest request, String body) {
        RoutedRequest routed = router.route(request, body);
        Entry entry = log(request, body, routed.info().kind());
        FaultDecision decision = plan.get().decide(routed.info());
        FaultyResponder.ResponseWithFault outcome = responder.createOutcome(routed, decision);
        long milliseconds = decision.latency().toMillis();
        if (milliseconds == 0) {
            responder.write(request, entry, outcome);
        } else {
            vertx.setTimer(milliseconds, timer -> responder.write(request, entry, outcome));
        }
    }

    private Entry log(HttpServerRequest request, String body, RequestKind kind) {
        statistics.requestReceived(kind);
        return log.add(
                request.method().name(), VendorPrefixRouter.path(request), VendorPrefixRouter.query(request), body);
    }
}
