package dev.seatport.sandbox.faults;

import dev.seatport.sandbox.faults.Effect.ExpiresIn;
import dev.seatport.sandbox.faults.Effect.ExpiresIn.Announcement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One fault: what happens, and to which exchanges. Immutable.
 *
 * @param effect what happens
 * @param target to which exchanges
 */
public record Fault(Effect effect, Target target) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Service</title></head><body><h1>One moment, please</h1></body></html>";

    /** This fault, aimed. */
    public Fault at(Target other) {
        return new Fault(effect, other);
    }

    /** Answers wait: 0 to 60 minutes. Several latencies add up. */
    public static Fault latency(Duration value) {
        return latency(value, value);
    }

    /** Answers wait a time drawn from a range. */
    public static Fault latency(Duration least, Duration most) {
        return everywhere(new Effect.Latency(least, most));
    }

    /** A status from 200 to 599 is answered, in the form that the vendor gives errors in. The vendor does not see the call. */
    public static Fault status(int status) {
        return everywhere(new Effect.Status(status, List.of(), ""));
    }

    /** A vendor (each for itself, its token server aside) answers 429 beyond so many calls in a second, or as many at once. */
    public static Fault rateLimit(int perSecond) {
        return rateLimit(perSecond, perSecond);
    }

    /** The same, with another number of calls that may come at once: a bucket of so many tokens. It goes by the sandbox's time. */
    public static Fault rateLimit(int perSecond, int burst) {
        return everywhere(new Effect.RateLimit(perSecond, burst, List.of()));
    }

    /**
     * Adds a {@code Retry-After} line, written as given: seconds, a date, nonsense. Twice for two lines.
     *
     * @throws IllegalArgumentException when this is no status and no rate limit
     */
    public Fault retryAfter(String value) {
        return retryAfter(new RetryAfter.Raw(value));
    }

    /** Adds a {@code Retry-After} line with an HTTP date, so far ahead of the sandbox's time at the answer, or past if negative. */
    public Fault retryAfterDate(Duration ahead) {
        return retryAfter(new RetryAfter.Date(ahead));
    }

    /**
     * Adds a {@code Location} line.
     *
     * @throws IllegalArgumentException when this is no status
     */
    public Fault location(String value) {
        if (effect instanceof Effect.Status status) {
            return new Fault(new Effect.Status(status.status(), status.retryAfter(), value), target);
        }
        throw new IllegalArgumentException("only a status has a location");
    }

    /** The connection is reset (RST) at a place of the answer, its head included. */
    public static Fault reset(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.RESET, spot));
    }

    /** The connection is closed (FIN) without an answer. */
    public static Fault close() {
        return close(Spot.start());
    }

    /** The connection is closed (FIN) at a place of the answer, its head included. */
    public static Fault close(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.CLOSE, spot));
    }

    /** The answer stops at a place. The connection stays open until the client, or the sandbox, closes it. */
    public static Fault stall(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.STALL, spot));
    }

    /** Bytes come one by one from a place on, after 1 ms to 60 minutes each; the answer is whole, and its connection then closed. */
    public static Fault drip(Duration every, Spot from) {
        return everywhere(new Effect.Drip(every, from));
    }

    /** Fewer bytes come than {@code Content-Length} says; then the connection is closed (FIN). */
    public static Fault truncate(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.TRUNCATE, spot));
    }

    /** No length is announced, and the connection is closed (FIN) within the body: by HTTP's rules a whole answer. */
    public static Fault cut(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.CUT, spot));
    }

    /** A chunked body up to a place, without its last chunk; then the connection is closed (FIN). */
    public static Fault openChunks(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.OPEN_CHUNKS, spot));
    }

    /** A chunked body up to a place, then a chunk whose size is no number; then the connection is closed (FIN). */
    public static Fault badChunk(Spot spot) {
        return everywhere(new Effect.Broken(FaultKind.BAD_CHUNK, spot));
    }

    /** The JSON document is cut at a place, and the length fits what is left of it. */
    public static Fault jsonCut(Spot spot) {
        return everywhere(new Effect.BrokenJson(spot));
    }

    /** A web page with status 200 comes in place of the answer. */
    public static Fault html() {
        return everywhere(new Effect.Replaced(FaultKind.HTML, "text/html; charset=utf-8", PAGE));
    }

    /** Status 200 comes without a body. */
    public static Fault empty() {
        return everywhere(new Effect.Replaced(FaultKind.EMPTY, JSON, ""));
    }

    /** Status 200 comes with any text, which is said to be JSON. */
    public static Fault body(String text) {
        return everywhere(new Effect.Replaced(FaultKind.BODY, JSON, text));
    }

    /** Good answers drift in a member drawn from the seed, the same in all rows of an answer. */
    public static Fault drift(Drift drift) {
        return drift(drift, "");
    }

    /** Good answers drift in a member of that name: of their rows, or of the answer where it has none, as a token has. */
    public static Fault drift(Drift drift, String field) {
        return everywhere(new Effect.Drifted(drift, field));
    }

    /** So many rows were inserted in front: from page 2 on the last rows of a page come again on the next. AvePoint's pages only. */
    public static Fault rowsInserted(int rows) {
        return everywhere(new Effect.Shift(rows));
    }

    /** So many rows were removed in front: from page 2 on the first rows of a page are never seen. AvePoint's pages only. */
    public static Fault rowsRemoved(int rows) {
        return everywhere(new Effect.Shift(-rows));
    }

    /** {@code totalCount} is so much larger (or smaller, not below zero) with each page after the first. AvePoint's pages only. */
    public static Fault totalDrifts(int perPage) {
        return everywhere(new Effect.Total(perPage));
    }

    /** The first row of an answer comes twice. */
    public static Fault duplicateRow() {
        return everywhere(new Effect.DuplicateRow());
    }

    /** An answer comes without its rows. */
    public static Fault emptyPage() {
        return everywhere(new Effect.EmptyPage());
    }

    /** The rows of page 1 come on every page. AvePoint's pages only. */
    public static Fault samePage() {
        return everywhere(new Effect.SamePage());
    }

    /** Tokens issued now are good for so many calls only. */
    public static Fault tokenDiesAfter(int calls) {
        return everywhere(new Effect.TokenCalls(calls));
    }

    /** Tokens issued now die so much earlier than announced, up to 60 minutes. */
    public static Fault tokenDiesEarly(Duration early) {
        return everywhere(new Effect.TokenLoss(early));
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

    private static Fault everywhere(Effect effect) {
        return new Fault(effect, Target.all());
    }

    Fault retryAfter(RetryAfter line) {
        if (effect instanceof Effect.Status status) {
            return new Fault(
                    new Effect.Status(status.status(), with(status.retryAfter(), line), status.location()), target);
        }
        if (effect instanceof Effect.RateLimit limit) {
            return new Fault(
                    new Effect.RateLimit(limit.perSecond(), limit.burst(), with(limit.retryAfter(), line)), target);
        }
        throw new IllegalArgumentException("only a status and a rate limit have a Retry-After");
    }

    private static List<RetryAfter> with(List<RetryAfter> lines, RetryAfter line) {
        List<RetryAfter> more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }
}
