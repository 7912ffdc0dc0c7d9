package dev.seatport.sandbox.faults;

import dev.seatport.sandbox.exchange.EndpointFault;
import dev.seatport.sandbox.faults.FaultAction.ExpiresIn;
import dev.seatport.sandbox.faults.FaultAction.ExpiresIn.Announcement;
import dev.seatport.sandbox.faults.FaultAction.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fault: what happens, and to which exchanges. Immutable.
 *
 * @param action what happens
 * @param matcher to which exchanges
 */
public record Fault(FaultAction action, RequestMatcher matcher) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Service</title></head><body><h1>One moment, please</h1></body></html>";

    /** This fault, aimed. */
    public Fault at(RequestMatcher other) {
        return new Fault(action, other);
    }

    /** Answers wait: 0 to 60 minutes. Several latencies add up. */
    public static Fault latency(Duration value) {
        return latency(value, value);
    }

    /** Answers wait a time drawn from a range. */
    public static Fault latency(Duration least, Duration most) {
        return everywhere(new FaultAction.Latency(least, most));
    }

    /** A status from 200 to 599 is answered, in the form that the vendor gives errors in. The vendor does not see the call. */
    public static Fault status(int status) {
        return everywhere(new FaultAction.Status(status, List.of(), ""));
    }

    /** A vendor (each for itself, its token server aside) answers 429 beyond that many calls in a second, or that many at once. */
    public static Fault rateLimit(int perSecond) {
        return rateLimit(perSecond, perSecond);
    }

    /** The same, with another number of calls that may come at once: a bucket of that many tokens. It goes by the sandbox's time. */
    public static Fault rateLimit(int perSecond, int burst) {
        return everywhere(new FaultAction.RateLimit(perSecond, burst, List.of()));
    }

    /**
     * Adds a {@code Retry-After} line, written as given: seconds, a date, nonsense. Twice for two lines.
     *
     * @throws IllegalArgumentException when this is no status and no rate limit
     */
    public Fault retryAfter(String value) {
        return retryAfter(new RetryAfter(value, null));
    }

    /** Adds a {@code Retry-After} line with an HTTP date, so far ahead of the sandbox's time at the answer, or past if negative. */
    public Fault retryAfterDate(Duration ahead) {
        return retryAfter(new RetryAfter("", ahead));
    }

    /**
     * Adds a {@code Location} line.
     *
     * @throws IllegalArgumentException when this is no status
     */
    public Fault location(String value) {
        if (action instanceof FaultAction.Status status) {
            return new Fault(new FaultAction.Status(status.status(), status.retryAfter(), value), matcher);
        }
        throw new IllegalArgumentException("only a status has a location");
    }

    /** The connection is reset (RST) at a place of the answer, its head included. */
    public static Fault reset(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.RESET, offset));
    }

    /** The connection is closed (FIN) without an answer. */
    public static Fault close() {
        return close(ByteOffset.start());
    }

    /** The connection is closed (FIN) at a place of the answer, its head included. */
    public static Fault close(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.CLOSE, offset));
    }

    /** The answer stops at a place. The connection stays open until the client, or the sandbox, closes it. */
    public static Fault stall(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.STALL, offset));
    }

    /** Bytes come one by one from a place on, after 1 ms to 60 minutes each; the answer is whole, and its connection then closed. */
    public static Fault drip(Duration every, ByteOffset from) {
        return everywhere(new FaultAction.Drip(every, from));
    }

    /** Fewer bytes come than {@code Content-Length} says; then the connection is closed (FIN). */
    public static Fault truncate(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.TRUNCATE, offset));
    }

    /** No length is announced, and the connection is closed (FIN) within the body: by HTTP's rules a whole answer. */
    public static Fault cut(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.CUT, offset));
    }

    /** A chunked body up to a place, without its last chunk; then the connection is closed (FIN). */
    public static Fault openChunks(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.OPEN_CHUNKS, offset));
    }

    /** A chunked body up to a place, then a chunk whose size is no number; then the connection is closed (FIN). */
    public static Fault badChunk(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.BAD_CHUNK, offset));
    }

    /** The JSON document is cut at a place, and the length fits what is left of it. */
    public static Fault jsonCut(ByteOffset offset) {
        return everywhere(new FaultAction.Broken(FaultKind.JSON_CUT, offset));
    }

    /** A web page with status 200 comes in place of the answer. */
    public static Fault html() {
        return everywhere(new FaultAction.Replaced(FaultKind.HTML, "text/html; charset=utf-8", PAGE));
    }

    /** Status 200 comes without a body. */
    public static Fault empty() {
        return everywhere(new FaultAction.Replaced(FaultKind.EMPTY, JSON, ""));
    }

    /** Status 200 comes with any text, which is said to be JSON. */
    public static Fault body(String text) {
        return everywhere(new FaultAction.Replaced(FaultKind.BODY, JSON, text));
    }

    /** Good answers drift in a member drawn from the seed, the same in all rows of an answer. */
    public static Fault drift(SchemaChange change) {
        return drift(change, "");
    }

    /** Good answers drift in a member of that name: of their rows, or of the answer where it has none, as a token has. */
    public static Fault drift(SchemaChange change, String field) {
        return everywhere(new FaultAction.Drifted(change, field));
    }

    /** So many rows were inserted in front: from page 2 on the last rows of a page come again on the next. AvePoint's pages only. */
    public static Fault rowsInserted(int rows) {
        return everywhere(new FaultAction.Rows(FaultKind.SHIFT, rows));
    }

    /** So many rows were removed in front: from page 2 on the first rows of a page are never seen. AvePoint's pages only. */
    public static Fault rowsRemoved(int rows) {
        return everywhere(new FaultAction.Rows(FaultKind.SHIFT, -rows));
    }

    /** {@code totalCount} is so much larger (or smaller, not below zero) with each page after the first. AvePoint's pages only. */
    public static Fault totalDrifts(int perPage) {
        return everywhere(new FaultAction.Rows(FaultKind.TOTAL, perPage));
    }

    /** The first row of an answer comes twice. */
    public static Fault duplicateRow() {
        return everywhere(new FaultAction.Rows(FaultKind.DUPLICATE_ROW, 0));
    }

    /** An answer comes without its rows. */
    public static Fault emptyPage() {
        return everywhere(new FaultAction.Rows(FaultKind.EMPTY_PAGE, 0));
    }

    /** The rows of page 1 come on every page. AvePoint's pages only. */
    public static Fault samePage() {
        return everywhere(new FaultAction.Rows(FaultKind.SAME_PAGE, 0));
    }

    /** Tokens issued now are good for that many calls only. */
    public static Fault tokenDiesAfter(int calls) {
        return everywhere(new FaultAction.TokenDies(calls, Duration.ZERO));
    }

    /** Tokens issued now die so much earlier than announced, up to 60 minutes. */
    public static Fault tokenDiesEarly(Duration early) {
        return everywhere(new FaultAction.TokenDies(EndpointFault.UNLIMITED, early));
    }

    /** Tokens come with this JSON value for {@code expires_in}. */
    public static Fault expiresIn(String json) {
        return everywhere(new ExpiresIn(Announcement.VALUE, json));
    }

    /** Tokens come with {@code expires_in} as a string of digits. */
    public static Fault expiresInAsString() {
        return everywhere(new ExpiresIn(Announcement.STRING, ""));
    }

    /** Tokens come without {@code expires_in}. */
    public static Fault expiresInAbsent() {
        return everywhere(new ExpiresIn(Announcement.ABSENT, ""));
    }

    private static Fault everywhere(FaultAction action) {
        return new Fault(action, RequestMatcher.all());
    }

    private Fault retryAfter(RetryAfter line) {
        if (action instanceof FaultAction.Status status) {
            return new Fault(
                    new FaultAction.Status(status.status(), with(status.retryAfter(), line), status.location()),
                    matcher);
        }
        if (action instanceof FaultAction.RateLimit limit) {
            return new Fault(
                    new FaultAction.RateLimit(limit.perSecond(), limit.burst(), with(limit.retryAfter(), line)),
                    matcher);
        }
        throw new IllegalArgumentException("only a status and a rate limit have a Retry-After");
    }

    private static List<RetryAfter> with(List<RetryAfter> lines, RetryAfter line) {
        return Stream.concat(lines.stream(), Stream.of(line)).toList();
    }
}
