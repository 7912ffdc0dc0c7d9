package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestLog.Entry;
import dev.seatport.sandbox.VendorRouter.RoutedRequest;
import dev.seatport.sandbox.exchange.RowChunks;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SandboxResponse.Body;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultAction.RetryAfter;
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

/** Makes the response to a request, with what goes wrong with it, and writes it. Confined to the event loop. */
final class FaultyResponder {
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * A response on its way.
     *
     * @param kind of the request
     * @param response the response
     * @param breakage how it goes wrong on the wire; null if it goes well
     * @param good whether it is the vendor's own and a success, if it gets through whole
     */
    record Outcome(
            RequestKind kind,
            SandboxResponse response,
            @Nullable FaultAction breakage,
            boolean good) {
        /** A refusal that goes well. */
        static Outcome refusal(RequestKind kind, SandboxResponse response) {
            return new Outcome(kind, response, null, false);
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

    /** Returns the response to a request. Asks the endpoint, unless a fault keeps the request from it. */
    Outcome outcome(RoutedRequest request, FaultDecision decision) {
        RequestKind kind = request.info().kind();
        decision.certain().forEach(fault -> statistics.struck(kind, fault));
        FaultAction action = decision.outcome().orElse(null);
        if (action instanceof FaultAction.Status status) {
            SandboxResponse response = withRetryAfter(request.failure(status.status()), status.retryAfter());
            return Outcome.refusal(
                    kind, status.location().isEmpty() ? response : response.with("Location", status.location()));
        }
        if (action instanceof FaultAction.RateLimit limit) {
            return Outcome.refusal(kind, withRetryAfter(request.failure(TOO_MANY_REQUESTS), limit.retryAfter()));
        }
        if (action instanceof FaultAction.Replaced replaced) {
            return Outcome.refusal(kind, SandboxResponse.text(200, replaced.contentType(), replaced.text()));
        }
        SandboxResponse response = edited(request.answer(decision.endpointFault()), kind, decision);
        return action instanceof FaultAction.Broken broken && broken.kind() == FaultKind.JSON_CUT
                ? Outcome.refusal(kind, cut(response, broken))
                : new Outcome(kind, response, action, response.isSuccess());
    }

    /** Writes a response, if the client is still there. */
    void write(HttpServerRequest request, Entry entry, Outcome outcome) {
        SandboxResponse response = outcome.response();
        if (outcome.breakage() instanceof FaultAction.Broken broken) {
            if (faultWriter.write(request, response, date(Duration.ZERO), broken)) {
                entry.answered(response.status());
            }
            return;
        }
        entry.answered(response.status());
        if (outcome.breakage() instanceof FaultAction.Drip drip) {
            SandboxResponse text = response.with(new Body.Text(response.text()));
            faultWriter.drip(
                    request, text, date(Duration.ZERO), drip, () -> whole(outcome, ResponseEditor.rows(text.body())));
        } else {
            write(request.response(), outcome);
        }
    }

    /** Writes a whole response at once, one in rows as fast as the client reads. */
    private void write(HttpServerResponse out, Outcome outcome) {
        if (out.closed() || out.ended()) {
            return;
        }
        SandboxResponse response = outcome.response();
        out.setStatusCode(response.status());
        out.putHeader("Date", date(Duration.ZERO));
        response.headers().forEach(header -> out.headers().add(header.getKey(), header.getValue()));
        if (response.body() instanceof Body.Rows rows) {
            out.setChunked(true);
            writeNext(out, new RowChunks(rows), outcome);
        } else {
            String text = response.text();
            whole(outcome, ResponseEditor.rows(response.body()));
            out.end(text);
        }
    }

    private void writeNext(HttpServerResponse out, RowChunks chunks, Outcome outcome) {
        if (!chunks.hasNext()) {
            whole(outcome, chunks.made());
            out.end();
            return;
        }
        // The next chunk is made when this one has gone to the socket; after a failure there is nobody to write to.
        out.write(chunks.next()).onSuccess(written -> writeNext(out, chunks, outcome));
    }

    private void whole(Outcome outcome, long rows) {
        if (outcome.good()) {
            statistics.good(outcome.kind(), rows);
        }
    }

    private SandboxResponse edited(SandboxResponse response, RequestKind kind, FaultDecision decision) {
        if (!response.isSuccess()) {
            return response;
        }
        SandboxResponse edited = response;
        for (FaultDecision.Edit edit : decision.edits()) {
            ResponseEditor.Edited next = ResponseEditor.edit(edited, edit);
            edited = next.response();
            if (next.changed()) {
                statistics.struck(kind, edit.action().kind());
            }
        }
        return edited;
    }

    private static SandboxResponse cut(SandboxResponse response, FaultAction.Broken cut) {
        byte[] whole = response.text().getBytes(StandardCharsets.UTF_8);
        int end = cut.offset().offset(0, whole.length);
        // A character that is cut in two would come out as another one, so the cut moves before it.
        while (end > 0 && (whole[end] & 0xC0) == 0x80) {
            end--;
        }
        return response.with(new Body.Text(new String(whole, 0, end, StandardCharsets.UTF_8)));
    }

    private SandboxResponse withRetryAfter(SandboxResponse response, List<RetryAfter> lines) {
        SandboxResponse more = response;
        for (RetryAfter line : lines) {
            more = more.with("Retry-After", line.ahead() == null ? line.text() : date(line.ahead()));
        }
        return more;
    }

    private String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.instant().plus(ahead).atOffset(ZoneOffset.UTC));
    }
}
