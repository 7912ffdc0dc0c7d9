package dev.seatport.sandbox.wire;

import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Header;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer as the bytes that HTTP/1.1 makes of it.
 *
 * @param head the head with its empty line
 * @param body the body as it goes over the wire
 */
record RawAnswer(Buffer head, Buffer body) {
    private static final String LINE_END = "\r\n";

    /** With the length that the body has. */
    static RawAnswer ofLength(Answer answer, String reason, String date) {
        Buffer body = bytes(answer);
        return new RawAnswer(head(answer, reason, date, "Content-Length: " + body.length()), body);
    }

    /** With the length that the body has, and the last answer on its connection. */
    static RawAnswer ofLengthAndLast(Answer answer, String reason, String date) {
        Buffer body = bytes(answer);
        String lines = "Content-Length: " + body.length() + LINE_END + "Connection: close";
        return new RawAnswer(head(answer, reason, date, lines), body);
    }

    /** With a body that the connection's end ends. */
    static RawAnswer endedByConnection(Answer answer, String reason, String date) {
        return new RawAnswer(head(answer, reason, date, "Connection: close"), bytes(answer));
    }

    /** In chunks: one of so many bytes, then a text in place of the next. */
    static RawAnswer inChunks(Answer answer, String reason, String date, int bytes, String next) {
        Buffer chunk = bytes(answer).slice(0, bytes);
        Buffer body = Buffer.buffer();
        if (bytes > 0) {
            // A chunk without bytes would be the last one, and the answer whole.
            body.appendString(Integer.toHexString(bytes) + LINE_END)
                    .appendBuffer(chunk)
                    .appendString(LINE_END);
        }
        body.appendString(next);
        return new RawAnswer(head(answer, reason, date, "Transfer-Encoding: chunked"), body);
    }

    int length() {
        return head.length() + body.length();
    }

    /** The bytes between two places. */
    Buffer slice(int from, int to) {
        return Buffer.buffer().appendBuffer(head).appendBuffer(body).slice(from, to);
    }

    static Buffer bytes(Answer answer) {
        return Buffer.buffer(answer.text());
    }

    private static Buffer head(Answer answer, String reason, String date, String framing) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(answer.status()).append(' ').append(reason).append(LINE_END);
        head.append("Date: ").append(date).append(LINE_END);
        for (Header header : answer.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append(LINE_END);
        }
        head.append(framing).append(LINE_END).append(LINE_END);
        return Buffer.buffer(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
