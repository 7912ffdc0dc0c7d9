package dev.seatport.sandbox.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it reached an endpoint.
 *
 * @param method the HTTP method in capitals
 * @param segments the path behind the endpoint's own prefix, cut at each slash and percent-decoded segment by segment, so that an
 *     escaped slash stays inside its segment; a trailing slash leaves an empty last segment
 * @param query the query's fields, decoded; of a repeated field the first counts
 * @param authorization the {@code Authorization} header, if any
 * @param contentType the {@code Content-Type} header, if any
 * @param body the whole body, empty when there is none
 * @param fault how the endpoint is to misunderstand the request
 */
public record SandboxRequest(
        String method,
        List<String> segments,
        Map<String, String> query,
        @Nullable String authorization,
        @Nullable String contentType,
        String body,
        EndpointFault fault) {
    private static final String BEARER = "Bearer ";

    /** Copies its collections. */
    public SandboxRequest {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /**
     * Cuts and decodes a raw path.
     *
     * @throws IllegalArgumentException when an escape is broken
     */
    public static List<String> segmentsOf(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            // A plus sign is a blank in forms only; in a path it is itself.
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return List.copyOf(segments.subList(Math.min(1, segments.size()), segments.size()));
    }

    /**
     * Decodes {@code a=b&c=d}, as in a query and in a form.
     *
     * @throws IllegalArgumentException when an escape is broken
     */
    public static Map<String, String> fieldsOf(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            String name = decode(equals < 0 ? field : field.substring(0, equals));
            fields.putIfAbsent(name, equals < 0 ? "" : decode(field.substring(equals + 1)));
        }
        return fields;
    }

    /** This request, misunderstood so. */
    public SandboxRequest with(EndpointFault other) {
        return new SandboxRequest(method, segments, query, authorization, contentType, body, other);
    }

    /** The bearer token that came along, or null when there is none. */
    public @Nullable String bearer() {
        String header = authorization;
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        return header.substring(BEARER.length()).trim();
    }

    /** Names what was called, never what it carried: the body and the header may hold a secret. */
    @Override
    public String toString() {
        return "SandboxRequest[" + method + " /" + String.join("/", segments) + "]";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
