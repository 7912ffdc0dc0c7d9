package dev.seatport.sandbox;

import dev.seatport.sandbox.exchange.RateLimitUse;
import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import dev.seatport.sandbox.faults.SandboxVendorName;
import dev.seatport.sandbox.graph.GraphSandboxApi;
import dev.seatport.sandbox.injection.ClassifiedRequest;
import dev.seatport.sandbox.oauth.TokenStore;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Selects the endpoint of a request by the first segment of its path. */
final class VendorPrefixRouter {
    static final String AVEPOINT = "avepoint";
    static final String AVEPOINT_IDENTITY = "avepoint-identity";
    static final String C3 = "c3";
    static final String C3_IDENTITY = "c3-identity";
    static final String GRAPH = "graph";
    static final String GRAPH_IDENTITY = "graph-identity";

    private final Map<String, SimulatedVendorServer> endpoints;
    private final TokenStore graphTokens;

    /**
     * Creates a router.
     *
     * @param endpoints endpoints by the first segment of their paths
     * @param graphTokens store that maps a bearer token of Graph to its tenant
     */
    VendorPrefixRouter(Map<String, SimulatedVendorServer> endpoints, TokenStore graphTokens) {
        this.endpoints = Map.copyOf(endpoints);
        this.graphTokens = graphTokens;
    }

    /**
     * Request with its endpoint.
     *
     * @param info input of the fault plan
     * @param server null if no vendor has the path
     * @param request null if the path or the query has an invalid escape
     */
    record RoutedRequest(
            ClassifiedRequest info,
            @Nullable SimulatedVendorServer server,
            @Nullable SandboxRequest request) {
        /** Returns the response of the endpoint. */
        SandboxResponse respond(RequestHandlingFault fault, RateLimitUse use) {
            if (request == null) {
                return SandboxResponse.plainText(400, "Bad Request");
            }
            return server == null
                    ? SandboxResponse.plainText(404, "Not Found")
                    : server.withLimitHeaders(server.respond(request.with(fault)), use);
        }

        /** Returns an error response with a status in the endpoint's own format. */
        SandboxResponse errorResponse(int status, RateLimitUse use) {
            if (status == 204 || status == 205 || status == 304) {
                return SandboxResponse.empty(status);
            }
            return server == null
                    ? SandboxResponse.plainText(status, "The request failed.")
                    : server.withLimitHeaders(server.errorResponse(status), use);
        }
    }

    RoutedRequest route(HttpServerRequest request, String body) {
        String path = path(request);
        String key = ClassifiedRequest.key(request.method().name(), path, query(request), body);
        String[] rawSegments = path.split("/", 3);
        String prefix = rawSegments.length < 2 ? "" : rawSegments[1];
        SimulatedVendorServer server = endpoints.get(prefix);
        List<String> segments;
        try {
            segments = SandboxRequest.decodeSegments(path);
        } catch (IllegalArgumentException brokenEscape) {
            return new RoutedRequest(ClassifiedRequest.other(key), server, null);
        }
        List<String> rest = segments.subList(Math.min(1, segments.size()), segments.size());
        try {
            SandboxRequest routed = new SandboxRequest(
                    request.method().name(),
                    rest,
                    SandboxRequest.decodeFields(request.query()),
                    request.getHeader(HttpHeaders.AUTHORIZATION),
                    request.getHeader(HttpHeaders.CONTENT_TYPE),
                    body,
                    RequestHandlingFault.NONE);
            return new RoutedRequest(info(prefix, rest, routed.query(), routed.bearerToken(), key), server, routed);
        } catch (IllegalArgumentException brokenEscape) {
            return new RoutedRequest(info(prefix, rest, Map.of(), null, key), server, null);
        }
    }

    private ClassifiedRequest info(
            String prefix, List<String> path, Map<String, String> query, @Nullable String bearerToken, String key) {
        return switch (prefix) {
            case AVEPOINT -> ClassifiedRequest.avePoint(path, query, key);
            case AVEPOINT_IDENTITY -> ClassifiedRequest.token(SandboxVendorName.AVEPOINT);
            case C3 -> ClassifiedRequest.c3(path, key);
            case C3_IDENTITY -> ClassifiedRequest.token(SandboxVendorName.C3);
            case GRAPH -> {
                String tenant = String.join("", graphTokens.grantsOf(bearerToken));
                yield ClassifiedRequest.graph(path, tenant, GraphSandboxApi.page(query), key);
            }
            case GRAPH_IDENTITY -> ClassifiedRequest.graphToken(path.isEmpty() ? "" : path.get(0));
            default -> ClassifiedRequest.other(key);
        };
    }

    static String path(HttpServerRequest request) {
        return request.path() == null ? "" : request.path();
    }

    static String query(HttpServerRequest request) {
        return request.query() == null ? "" : request.query();
    }
}
