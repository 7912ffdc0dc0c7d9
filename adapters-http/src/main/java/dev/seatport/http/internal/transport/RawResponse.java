package dev.seatport.http.internal.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.regex.Pattern;

/**
 * A whole answer, not looked into yet.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body; empty if it was taken in pieces; its first bytes if the status is no success and it was too large
 */
public record RawResponse(int status, MultiMap headers, Buffer body) {
    private static final int PARTIAL_CONTENT = 206;
    private static final Pattern HTML_TYPE =
            Pattern.compile("\\s*(?:text/html|application/xhtml\\+xml)\\b", Pattern.CASE_INSENSITIVE);
    /** Bytes of byte order marks, in UTF-8 and UTF-16, and the zero of a UTF-16 character. */
    private static final String BYTE_ORDER_MARKS = "\u00EF\u00BB\u00BF\u00FE\u00FF\u0000";

    /** Whether the status is one of the 200s, but not the one of a part. */
    public boolean isSuccess() {
        return isSuccess(status);
    }

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300 && status != PARTIAL_CONTENT;
    }

    /**
     * Whether a gateway answered in the vendor's place: a refusal (4xx) with an HTML page. It says nothing about ids, products or
     * permissions. What asks for another try (408, 425, 429) is the same from either.
     */
    public boolean isFromGateway() {
        return switch (status) {
            case 408, 425, 429 -> false;
            default -> status >= 400 && status < 500 && isHtml();
        };
    }

    private boolean isHtml() {
        for (int at = 0; at < body.length(); at++) {
            char next = (char) (body.getByte(at) & 0xFF);
            if (!Character.isWhitespace(next) && BYTE_ORDER_MARKS.indexOf(next) < 0) {
                return next == '<' || declaresHtml();
            }
        }
        // A body that was too large to be read at all is there all the same.
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return body.length() == 0 && length != null && !length.strip().equals("0") && declaresHtml();
    }

    private boolean declaresHtml() {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && HTML_TYPE.matcher(type).lookingAt();
    }

    /** Headers and body may hold secrets: they are not printed. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length() + " bytes";
    }
}
