package dev.seatport.http.spi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An identifier as one segment of a path. Servers and proxies between us and the vendor decode, split and normalise paths,
 * so whatever could come to mean another path is refused, not encoded.
 */
public final class PathSegment {
    private static final int LONGEST = 128;
    private static final String MARKS = "-._~";
    private static final String REFUSED = "/\\?#%;";

    private PathSegment() {}

    /** Why the identifier may not stand in a path, if it may not. */
    public static Optional<String> validationError(String id) {
        if (id.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (id.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        if (id.equals(".") || id.equals("..")) {
            return Optional.of("it is a dot segment");
        }
        for (int at = 0; at < id.length(); at += Character.charCount(id.codePointAt(at))) {
            if (refused(id.codePointAt(at))) {
                return Optional.of("it holds a control character or one of / \\ ? # % ;");
            }
        }
        return Optional.empty();
    }

    private static boolean refused(int codePoint) {
        return Character.isISOControl(codePoint)
                || REFUSED.indexOf(codePoint) >= 0
                // Half a surrogate pair has no UTF-8: it would be sent as another character.
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** The identifier with everything but unreserved characters percent-encoded (RFC 3986, section 2.3). */
    public static String encode(String id) {
        return unreserved(id) ? id : encoded(id);
    }

    private static boolean unreserved(String id) {
        for (int at = 0; at < id.length(); at++) {
            char c = id.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String id) {
        // A form encoder, whose three differences from RFC 3986 are put right.
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
