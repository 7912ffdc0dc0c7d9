package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestLog.Entry;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.faults.FaultState;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/** Reads a request, keeps it in the log, has it answered by the endpoint of its first path segment, and writes the answer. */
final class FrontDoor implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final Map<String, Endpoint> endpoints;
    private final FaultState faults;
    private final RequestLog log;
    private final AnswerWriter writer;

    FrontDoor(Vertx vertx, Map<String, Endpoint> endpoints, FaultState faults, RequestLog log, AnswerWriter writer) {
        this.vertx = vertx;
        this.endpoints = Map.copyOf(endpoints);
        this.faults = faults;
        this.log = log;
        this.writer = writer;
    }

    @Override
    public void handle(HttpServerRequest request) {
        BodyReader.read(
                request,
                body -> later(request, log(request, body), answer(request, body)),
                () -> later(request, log(request, ""), Answer.plain(413, "Payload Too Large")));
    }

    private Answer answer(HttpServerRequest request, String body) {
        try {
            List<String> segments = Call.segmentsOf(path(request));
            Endpoint endpoint = segments.isEmpty() ? null : endpoints.get(segments.get(0));
            if (endpoint == null) {
                return Answer.plain(404, "Not Found");
            }
            return endpoint.answer(call(request, segments.subList(1, segments.size()), body));
        } catch (IllegalArgumentException brokenEscape) {
            return Answer.plain(400, "Bad Request");
        }
    }

    private static Call call(HttpServerRequest request, List<String> segments, String body) {
        return new Call(
                request.method().name(),
                segments,
                Call.fieldsOf(request.query()),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                body);
    }

    private Entry log(HttpServerRequest request, String body) {
        String query = request.query();
        return log.add(request.method().name(), path(request), query == null ? "" : query, body);
    }

    private void later(HttpServerRequest request, Entry entry, Answer answer) {
        long milliseconds = faults.latency().toMillis();
        if (milliseconds == 0) {
            write(request, entry, answer);
        } else {
            vertx.setTimer(milliseconds, timer -> write(request, entry, answer));
        }
    }

    private void write(HttpServerRequest request, Entry entry, Answer answer) {
        entry.answered(answer.status());
        writer.write(request.response(), answer);
    }

    private static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path;
    }
}
