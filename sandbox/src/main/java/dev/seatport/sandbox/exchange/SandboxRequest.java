package dev.seatport.sandbox.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request as an endpoint receives it.
 *
 * @param method HTTP method in capitals
 * @param segments path after the endpoint's prefix, split at slashes, each segment percent-decoded; a trailing slash gives an empty last
 *     segment
 * @param query decoded fields of the query; the first value of a repeated field
 * @param authorization the {@code Authorization} header, or null
 * @param contentType the {@code Content-Type} header, or null
 * @param body complete body; empty if there is none
 * @param fault fault that the endpoint applies
 */
public record SandboxRequest(
        String method,
        List<String> segments,
        Map<String, String> query,
        @Nullable String authorization,
        @Nullable String contentType,
        String body,
        RequestHandlingFault fault) {
    private static final String BEARER = "Bearer ";

    /** Copies its collections. */
    public SandboxRequest {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /**
     * Splits and decodes a raw path.
     *
     * @throws IllegalArgumentException if an escape is invalid
     */
    public static List<String> decodeSegments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            // In a path a plus sign is literal. Only forms use it for a space.
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return List.copyOf(segments.subList(Math.min(1, segments.size()), segments.size()));
    }

    /**
     * Decodes {@code a=b&c=d} of a query or a form.
     *
     * @throws IllegalArgumentException if an escape is invalid
     */
    public static Map<String, String> decodeFields(@Nullable String encoded) {
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

    /** Sets the fault. */
    public SandboxRequest with(RequestHandlingFault other) {
        return new SandboxRequest(method, segments, query, authorization, contentType, body, other);
    }

    /** Returns the bearer token, or null if there is none. */
    public @Nullable String bearerToken() {
        String header = authorization;
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        return header.substring(BEARER.length()).trim();
    }

    /** Shows method and path only, because header and body may contain a secret. */
    @Override
    public String toString() {
        return "SandboxRequest[" + method + " /" + String.join("/", segments) + "]";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
