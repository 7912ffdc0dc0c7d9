package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestLog.Entry;
import dev.seatport.sandbox.VendorPrefixRouter.RoutedRequest;
import dev.seatport.sandbox.exchange.RowChunks;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SandboxResponse.Body;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultAction.RetryAfterValue;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.injection.FaultDecision;
import dev.seatport.sandbox.injection.ResponseEditor;
import dev.seatport.sandbox.wire.SocketFaultWriter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates and writes the response to a request and applies the faults of the plan. Confined to the event loop. */
final class FaultyResponder {
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Response with the faults that apply to it.
     *
     * @param kind kind of the request
     * @param response response of the vendor or of the fault
     * @param socketFault fault applied while the response is written; null if it is written without one
     * @param countsAsGood whether a complete response counts as good: the vendor's own, with a 2xx status
     */
    record ResponseWithFault(
            RequestKind kind,
            SandboxResponse response,
            @Nullable FaultAction socketFault,
            boolean countsAsGood) {
        /** Error response that is written without a socket fault. */
        static ResponseWithFault refusal(RequestKind kind, SandboxResponse response) {
            return new ResponseWithFault(kind, response, null, false);
        }
    }

    private final StatisticsRecorder statistics;
    private final InstantSource time;
    private final SocketFaultWriter faultWriter;

    FaultyResponder(StatisticsRecorder statistics, InstantSource time, SocketFaultWriter faultWriter) {
        this.statistics = statistics;
        this.time = time;
        this.faultWriter = faultWriter;
    }

    /** Returns the response to a request. Calls the endpoint unless a fault replaces its response. */
    ResponseWithFault createOutcome(RoutedRequest request, FaultDecision decision) {
        RequestKind kind = request.info().kind();
        decision.unconditionalFaults().forEach(fault -> statistics.faultApplied(kind, fault));
        FaultAction action = decision.outcome().orElse(null);
        if (action instanceof FaultAction.Status status) {
            SandboxResponse response =
                    withRetryAfter(request.errorResponse(status.status(), decision.limitUse()), status.retryAfter());
            return ResponseWithFault.refusal(
                    kind, status.location().isEmpty() ? response : response.with("Location", status.location()));
        }
        if (action instanceof FaultAction.CallsPerSecondLimit limit) {
            return ResponseWithFault.refusal(
                    kind,
                    withRetryAfter(request.errorResponse(TOO_MANY_REQUESTS, decision.limitUse()), limit.retryAfter()));
        }
        if (action instanceof FaultAction.ReplacedBody replaced) {
            return ResponseWithFault.refusal(kind, SandboxResponse.text(200, replaced.contentType(), replaced.text()));
        }
        SandboxResponse response =
                edited(request.respond(decision.handlingFault(), decision.limitUse()), kind, decision);
        return action instanceof FaultAction.TruncatedOrBrokenResponse broken && broken.kind() == FaultKind.JSON_CUT
                ? ResponseWithFault.refusal(kind, cut(response, broken))
                : new ResponseWithFault(kind, response, action, response.isSuccess());
    }

    /** Writes a response if the client is still connected. */
    void write(HttpServerRequest request, Entry entry, ResponseWithFault outcome) {
        SandboxResponse response = outcome.response();
        if (outcome.socketFault() instanceof FaultAction.TruncatedOrBrokenResponse broken) {
            if (faultWriter.write(request, response, date(Duration.ZERO), broken)) {
                entry.setStatus(response.status());
            }
            return;
        }
        entry.setStatus(response.status());
        if (outcome.socketFault() instanceof FaultAction.SlowBody drip) {
            SandboxResponse text = response.with(new Body.Text(response.text()));
            faultWriter.drip(
                    request,
                    text,
                    date(Duration.ZERO),
                    drip,
                    () -> countIfGood(outcome, ResponseEditor.rows(text.body())));
        } else {
            write(request.response(), outcome);
        }
    }

    /** Writes a complete response. Rows are written as fast as the client reads them. */
    private void write(HttpServerResponse out, ResponseWithFault outcome) {
        if (out.closed() || out.ended()) {
            return;
        }
        SandboxResponse response = outcome.response();
        out.setStatusCode(response.status());
        out.putHeader("Date", date(Duration.ZERO));
        response.headers().forEach(header -> out.headers().add(header.getKey(), header.getValue()));
        if (response.body() instanceof Body.LazyRows rows) {
            out.setChunked(true);
            writeNext(out, new RowChunks(rows), outcome);
        } else {
            String text = response.text();
            countIfGood(outcome, ResponseEditor.rows(response.body()));
            out.end(text);
        }
    }

    private void writeNext(HttpServerResponse out, RowChunks chunks, ResponseWithFault outcome) {
        if (!chunks.hasNext()) {
            countIfGood(outcome, chunks.rowCount());
            out.end();
            return;
        }
        // The next chunk is generated after this one was written. After a failed write there is no client left.
        out.write(chunks.next()).onSuccess(written -> writeNext(out, chunks, outcome));
    }

    private void countIfGood(ResponseWithFault outcome, long rows) {
        if (outcome.countsAsGood()) {
            statistics.goodResponseSent(outcome.kind(), rows);
        }
    }

    private SandboxResponse edited(SandboxResponse response, RequestKind kind, FaultDecision decision) {
        if (!response.isSuccess()) {
            return response;
        }
        SandboxResponse edited = response;
        for (FaultDecision.Edit edit : decision.edits()) {
            ResponseEditor.EditedResponse next = ResponseEditor.edit(edited, edit);
            edited = next.response();
            if (next.changed()) {
                statistics.faultApplied(kind, edit.action().kind());
            }
        }
        return edited;
    }

    private static SandboxResponse cut(SandboxResponse response, FaultAction.TruncatedOrBrokenResponse cut) {
        byte[] bytes = response.text().getBytes(StandardCharsets.UTF_8);
        int end = cut.offset().offset(0, bytes.length);
        // A cut inside a UTF-8 character would decode as another character. The cut therefore moves to the start of
        // that character.
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return response.with(new Body.Text(new String(bytes, 0, end, StandardCharsets.UTF_8)));
    }

    private SandboxResponse withRetryAfter(SandboxResponse response, List<RetryAfterValue> lines) {
        SandboxResponse result = response;
        for (RetryAfterValue line : lines) {
            result = result.with("Retry-After", line.ahead() == null ? line.text() : date(line.ahead()));
        }
        return result;
    }

    private String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.instant().plus(ahead).atOffset(ZoneOffset.UTC));
    }
}
