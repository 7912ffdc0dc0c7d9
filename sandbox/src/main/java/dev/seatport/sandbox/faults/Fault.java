package dev.seatport.sandbox.faults;

import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.faults.FaultAction.AnnouncedTokenLifetime;
import dev.seatport.sandbox.faults.FaultAction.AnnouncedTokenLifetime.LifetimeForm;
import dev.seatport.sandbox.faults.FaultAction.RetryAfterValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fault: an action and the requests that it applies to. Immutable. The factories create faults for all requests.
 *
 * @param action what happens
 * @param matcher requests that it applies to
 */
public record Fault(FaultAction action, RequestMatcher matcher) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Service</title></head><body><h1>One moment, please</h1></body></html>";

    /** Restricts this fault to the matching requests. */
    public Fault at(RequestMatcher other) {
        return new Fault(action, other);
    }

    /** Delays responses by 0 to 60 minutes. Several latencies add up. */
    public static Fault latency(Duration value) {
        return latency(value, value);
    }

    /** Delays responses by a random time in a range. */
    public static Fault latency(Duration min, Duration max) {
        return forAllRequests(new FaultAction.Latency(min, max));
    }

    /** Sends a status from 200 to 599 in the vendor's own error format. The endpoint does not handle the request. */
    public static Fault status(int status) {
        return forAllRequests(new FaultAction.Status(status, List.of(), ""));
    }

    /** Limits the calls per second. Above the limit a vendor sends 429. Each vendor has its own limit, which excludes its token server. */
    public static Fault rateLimit(int perSecond) {
        return rateLimit(perSecond, perSecond);
    }

    /** Limits the calls per second, with another number of calls at once: a token bucket of that size. Uses the sandbox's clock. */
    public static Fault rateLimit(int perSecond, int burst) {
        return forAllRequests(new FaultAction.CallsPerSecondLimit(perSecond, burst, List.of()));
    }

    /**
     * Adds a {@code Retry-After} line exactly as given, even if it is invalid. Two calls add two lines.
     *
     * @throws IllegalArgumentException if this is neither a status nor a rate limit
     */
    public Fault retryAfter(String value) {
        return retryAfter(new RetryAfterValue(value, null));
    }

    /**
     * Adds a {@code Retry-After} line with an HTTP date, relative to the sandbox's clock at the response. A negative duration gives a
     * past date.
     */
    public Fault retryAfterDate(Duration ahead) {
        return retryAfter(new RetryAfterValue("", ahead));
    }

    /**
     * Adds a {@code Location} line.
     *
     * @throws IllegalArgumentException if this is not a status
     */
    public Fault location(String value) {
        if (action instanceof FaultAction.Status status) {
            return new Fault(new FaultAction.Status(status.status(), status.retryAfter(), value), matcher);
        }
        throw new IllegalArgumentException("only a status can have a Location header");
    }

    /** Resets the connection (RST) at an offset of the response, which may lie in the head. */
    public static Fault reset(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.RESET, offset));
    }

    /** Closes the connection (FIN) without a response. */
    public static Fault close() {
        return close(ByteOffset.start());
    }

    /** Closes the connection (FIN) at an offset of the response, which may lie in the head. */
    public static Fault close(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.CLOSE, offset));
    }

    /** Stops the response at an offset. The connection stays open until the client or the sandbox closes it. */
    public static Fault stall(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.STALL, offset));
    }

    /** Sends single bytes from an offset on, one each 1 ms to 60 minutes. The response is complete; the connection is closed afterwards. */
    public static Fault drip(Duration every, ByteOffset from) {
        return forAllRequests(new FaultAction.SlowBody(every, from));
    }

    /** Sends fewer bytes than {@code Content-Length} announces and closes the connection (FIN). */
    public static Fault truncate(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.TRUNCATE, offset));
    }

    /** Sends no length and closes the connection (FIN) within the body. By HTTP's rules the response is complete. */
    public static Fault cut(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.CUT, offset));
    }

    /** Sends a chunked body up to an offset, without the last chunk, and closes the connection (FIN). */
    public static Fault openChunks(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.OPEN_CHUNKS, offset));
    }

    /** Sends a chunked body up to an offset and a chunk with an invalid size, and closes the connection (FIN). */
    public static Fault badChunk(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.BAD_CHUNK, offset));
    }

    /** Cuts the JSON document at an offset. The length fits the remaining part. */
    public static Fault jsonCut(ByteOffset offset) {
        return forAllRequests(new FaultAction.TruncatedOrBrokenResponse(FaultKind.JSON_CUT, offset));
    }

    /** Sends a web page with status 200 in place of the response. */
    public static Fault html() {
        return forAllRequests(new FaultAction.ReplacedBody(FaultKind.HTML, "text/html; charset=utf-8", PAGE));
    }

    /** Sends status 200 without a body. */
    public static Fault empty() {
        return forAllRequests(new FaultAction.ReplacedBody(FaultKind.EMPTY, JSON, ""));
    }

    /** Sends status 200 with any text as {@code application/json}. */
    public static Fault body(String text) {
        return forAllRequests(new FaultAction.ReplacedBody(FaultKind.BODY, JSON, text));
    }

    /** Changes one field of successful responses. The seed selects the field; it is the same in all rows of a response. */
    public static Fault drift(SchemaChange change) {
        return drift(change, "");
    }

    /** Changes the named field in the rows of successful responses. A response without rows, such as a token, is changed itself. */
    public static Fault drift(SchemaChange change, String field) {
        return forAllRequests(new FaultAction.SchemaDriftAction(change, field));
    }

    /** Simulates rows inserted before the page: from page 2 on the last rows of a page come again on the next. AvePoint's pages only. */
    public static Fault rowsInserted(int rows) {
        return forAllRequests(new FaultAction.ChangedRows(FaultKind.SHIFT, rows));
    }

    /** Simulates rows removed before the page: from page 2 on the first rows of a page are skipped. AvePoint's pages only. */
    public static Fault rowsRemoved(int rows) {
        return forAllRequests(new FaultAction.ChangedRows(FaultKind.SHIFT, -rows));
    }

    /** Changes {@code totalCount} by this number with each page after the first, never below 0. AvePoint's pages only. */
    public static Fault totalDrifts(int perPage) {
        return forAllRequests(new FaultAction.ChangedRows(FaultKind.TOTAL, perPage));
    }

    /** Sends the first row of a response twice. */
    public static Fault duplicateRow() {
        return forAllRequests(new FaultAction.ChangedRows(FaultKind.DUPLICATE_ROW, 0));
    }

    /** Sends a response without its rows. */
    public static Fault emptyPage() {
        return forAllRequests(new FaultAction.ChangedRows(FaultKind.EMPTY_PAGE, 0));
    }

    /** Sends the rows of page 1 for every page. Pages of AvePoint and Graph only. */
    public static Fault samePage() {
        return forAllRequests(new FaultAction.ChangedRows(FaultKind.SAME_PAGE, 0));
    }

    /** Expires newly issued tokens after a number of calls. */
    public static Fault tokenDiesAfter(int calls) {
        return forAllRequests(new FaultAction.EarlyTokenExpiry(calls, Duration.ZERO));
    }

    /** Expires newly issued tokens earlier than announced, by up to 60 minutes. */
    public static Fault tokenDiesEarly(Duration early) {
        return forAllRequests(new FaultAction.EarlyTokenExpiry(RequestHandlingFault.UNLIMITED, early));
    }

    /** Sends this JSON value as {@code expires_in} of a token. */
    public static Fault expiresIn(String json) {
        return forAllRequests(new AnnouncedTokenLifetime(LifetimeForm.VALUE, json));
    }

    /** Sends {@code expires_in} of a token as a string of digits. */
    public static Fault expiresInAsString() {
        return forAllRequests(new AnnouncedTokenLifetime(LifetimeForm.STRING, ""));
    }

    /** Omits {@code expires_in} of a token. */
    public static Fault expiresInAbsent() {
        return forAllRequests(new AnnouncedTokenLifetime(LifetimeForm.ABSENT, ""));
    }

    private static Fault forAllRequests(FaultAction action) {
        return new Fault(action, RequestMatcher.all());
    }

    private Fault retryAfter(RetryAfterValue line) {
        if (action instanceof FaultAction.Status status) {
            return new Fault(
                    new FaultAction.Status(status.status(), with(status.retryAfter(), line), status.location()),
                    matcher);
        }
        if (action instanceof FaultAction.CallsPerSecondLimit limit) {
            return new Fault(
                    new FaultAction.CallsPerSecondLimit(
                            limit.perSecond(), limit.burst(), with(limit.retryAfter(), line)),
                    matcher);
        }
        throw new IllegalArgumentException("only a status and a rate limit can have a Retry-After header");
    }

    private static List<RetryAfterValue> with(List<RetryAfterValue> lines, RetryAfterValue line) {
        return Stream.concat(lines.stream(), Stream.of(line)).toList();
    }
}
