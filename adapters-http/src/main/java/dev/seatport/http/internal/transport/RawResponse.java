package dev.seatport.http.internal.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Complete response that is not decoded yet.
 *
 * @param status HTTP status
 * @param headers response headers
 * @param body empty if a consumer received it; only the first bytes if it is an error body that was too large
 */
public record RawResponse(int status, MultiMap headers, Buffer body) {
    private static final int PARTIAL_CONTENT = 206;
    private static final Pattern HTML_TYPE =
            Pattern.compile("\\s*(?:text/html|application/xhtml\\+xml)\\b", Pattern.CASE_INSENSITIVE);
    /** Bytes of UTF-8 and UTF-16 byte order marks, and the zero byte of a UTF-16 character. */
    private static final String BYTE_ORDER_MARKS = "\u00EF\u00BB\u00BF\u00FE\u00FF\u0000";

    /** Returns whether the status is 2xx, except 206 (partial content). */
    public boolean isSuccess() {
        return isSuccess(status);
    }

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300 && status != PARTIAL_CONTENT;
    }

    /**
     * Returns whether a gateway sent the response instead of the vendor: a 4xx status with an HTML page. It says nothing about ids,
     * products or permissions. The retryable statuses 408, 425 and 429 are treated the same from both.
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
        // A body that was too large to be read is declared by its length.
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return body.length() == 0 && length != null && !length.strip().equals("0") && declaresHtml();
    }

    private boolean declaresHtml() {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && HTML_TYPE.matcher(type).lookingAt();
    }

    /** Omits headers and body, which may contain secrets. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length() + " bytes";
    }
}
