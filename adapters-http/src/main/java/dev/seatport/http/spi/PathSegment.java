package dev.seatport.http.spi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Identifier as one path segment. Proxies and servers decode, split and normalize paths. So an id that could turn into another
 * path is rejected instead of encoded.
 */
public final class PathSegment {
    /** In characters: no vendor's id is longer. */
    static final int MAX_LENGTH = 128;

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String FORBIDDEN = "/\\?#%;";

    private PathSegment() {}

    /**
     * Validates an identifier.
     *
     * @return why the id must not appear in a path; empty if it may
     */
    public static Optional<String> validationError(String id) {
        if (id.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (id.length() > MAX_LENGTH) {
            return Optional.of("it is longer than " + MAX_LENGTH + " characters");
        }
        if (id.equals(".") || id.equals("..")) {
            return Optional.of("it is a dot segment");
        }
        for (int at = 0; at < id.length(); at += Character.charCount(id.codePointAt(at))) {
            if (isForbidden(id.codePointAt(at))) {
                return Optional.of("it holds a control character or one of / \\ ? # % ;");
            }
        }
        return Optional.empty();
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || FORBIDDEN.indexOf(codePoint) >= 0
                // A lone surrogate has no UTF-8 form: it would be sent as another character.
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** Percent-encodes everything but unreserved characters (RFC 3986, section 2.3). */
    public static String encode(String id) {
        return isUnreserved(id) ? id : percentEncode(id);
    }

    /**
     * Percent-encodes the value of a query parameter.
     *
     * @return empty if the value has no UTF-8 form, so that another value would be sent
     */
    static Optional<String> encodeQueryValue(String value) {
        return value.codePoints().anyMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE)
                ? Optional.empty()
                : Optional.of(encode(value));
    }

    private static boolean isUnreserved(String id) {
        for (int at = 0; at < id.length(); at++) {
            char c = id.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && UNRESERVED_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String percentEncode(String id) {
        // The form encoder differs from RFC 3986 in three characters.
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
