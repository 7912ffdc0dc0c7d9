package dev.seatport.http.spi;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Header that an adapter adds to a request. A value with CR, LF or NUL could start another header, so it is rejected. */
final class RequestHeader {
    private static final String NAME_MARKS = "!#$%&'*+-.^_`|~";
    /** Headers that the client sets. Another value would replace a token, or break the framing of the connection. */
    private static final Set<String> CLIENT_HEADERS = Set.of(
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private RequestHeader() {}

    /**
     * Validates a header.
     *
     * @return why the header must not be sent; empty if it may
     */
    static Optional<String> validationError(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(RequestHeader::isNameCharacter)) {
            return Optional.of("its name is not valid");
        }
        if (CLIENT_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("the client sets it");
        }
        return value.chars().allMatch(RequestHeader::isValueCharacter)
                ? Optional.empty()
                : Optional.of("its value holds a control character, such as CR, LF or NUL, or is not ASCII");
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || NAME_MARKS.indexOf(c) >= 0;
    }

    private static boolean isValueCharacter(int c) {
        return (c >= ' ' && c <= '~') || c == '\t';
    }
}
