package dev.seatport.sandbox;

import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.exchange.Twist;
import dev.seatport.sandbox.faults.Vendor;
import dev.seatport.sandbox.injection.Exchange;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/** The endpoints by the first segment of the path. */
final class Doors {
    static final String AVEPOINT = "avepoint";
    static final String AVEPOINT_IDENTITY = "avepoint-identity";
    static final String C3 = "c3";
    static final String C3_IDENTITY = "c3-identity";

    private final Map<String, Endpoint> endpoints;

    Doors(Map<String, Endpoint> endpoints) {
        this.endpoints = Map.copyOf(endpoints);
    }

    /** What a request is about. */
    Exchange exchange(HttpServerRequest request, String body) {
        String key = Exchange.key(request.method().name(), path(request), query(request), body);
        try {
            List<String> segments = Call.segmentsOf(path(request));
            List<String> rest = segments.isEmpty() ? segments : segments.subList(1, segments.size());
            return switch (segments.isEmpty() ? "" : segments.get(0)) {
                case AVEPOINT -> Exchange.avePoint(rest, Call.fieldsOf(request.query()), key);
                case AVEPOINT_IDENTITY -> Exchange.token(Vendor.AVEPOINT);
                case C3 -> Exchange.c3(rest, key);
                case C3_IDENTITY -> Exchange.token(Vendor.C3);
                default -> Exchange.other(key);
            };
        } catch (IllegalArgumentException brokenEscape) {
            return Exchange.other(key);
        }
    }

    /** What its endpoint answers to a request. */
    Answer answer(HttpServerRequest request, String body, Twist twist) {
        try {
            List<String> segments = Call.segmentsOf(path(request));
            Endpoint endpoint = segments.isEmpty() ? null : endpoints.get(segments.get(0));
            if (endpoint == null) {
                return Answer.plain(404, "Not Found");
            }
            return endpoint.answer(call(request, segments.subList(1, segments.size()), body, twist));
        } catch (IllegalArgumentException brokenEscape) {
            return Answer.plain(400, "Bad Request");
        }
    }

    /** How its endpoint says that a request fails with a status. */
    Answer failure(HttpServerRequest request, int status) {
        if (status == 204 || status == 205 || status == 304) {
            return Answer.empty(status);
        }
        String prefix = List.of(path(request).split("/", 3)).stream()
                .skip(1)
                .findFirst()
                .orElse("");
        Endpoint endpoint = endpoints.get(prefix);
        return endpoint == null ? Answer.plain(status, "The request failed.") : endpoint.failure(status);
    }

    static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path;
    }

    static String query(HttpServerRequest request) {
        String query = request.query();
        return query == null ? "" : query;
    }

    private static Call call(HttpServerRequest request, List<String> segments, String body, Twist twist) {
        return new Call(
                request.method().name(),
                segments,
                Call.fieldsOf(request.query()),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                body,
                twist);
    }
}
