package dev.seatport.sandbox;

import dev.seatport.sandbox.RequestLog.Entry;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Answer.Body;
import dev.seatport.sandbox.faults.Effect;
import dev.seatport.sandbox.faults.PathKind;
import dev.seatport.sandbox.faults.RetryAfter;
import dev.seatport.sandbox.injection.Editor;
import dev.seatport.sandbox.injection.Injection;
import dev.seatport.sandbox.wire.BrokenWriter;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Makes the answer to a request, with what is to go wrong with it, and writes it. Event loop only. */
final class AnswerDesk {
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * An answer on its way.
     *
     * @param kind what was asked for
     * @param answer the answer
     * @param breakage how it goes wrong on the wire; empty when it goes well
     * @param good whether it is the vendor's own and a success, if it gets through whole
     */
    record Outcome(PathKind kind, Answer answer, Optional<Effect> breakage, boolean good) {
        /** A refusal that goes well. */
        static Outcome plain(PathKind kind, Answer answer) {
            return new Outcome(kind, answer, Optional.empty(), false);
        }
    }

    private final Doors doors;
    private final LedgerBook ledger;
    private final InstantSource time;
    private final BrokenWriter broken;

    AnswerDesk(Doors doors, LedgerBook ledger, InstantSource time, BrokenWriter broken) {
        this.doors = doors;
        this.ledger = ledger;
        this.time = time;
        this.broken = broken;
    }

    /** The answer to a request. Asks the endpoint, unless a fault keeps the request from it. */
    Outcome outcome(HttpServerRequest request, String body, PathKind kind, Injection injection) {
        injection.certain().forEach(fault -> ledger.struck(kind, fault));
        Effect effect = injection.outcome().orElse(null);
        if (effect instanceof Effect.Status status) {
            Answer answer = withRetryAfter(doors.failure(request, status.status()), status.retryAfter());
            return Outcome.plain(
                    kind, status.location().isEmpty() ? answer : answer.with("Location", status.location()));
        }
        if (effect instanceof Effect.RateLimit limit) {
            return Outcome.plain(kind, withRetryAfter(doors.failure(request, TOO_MANY_REQUESTS), limit.retryAfter()));
        }
        if (effect instanceof Effect.Replaced replaced) {
            return Outcome.plain(kind, Answer.text(200, replaced.contentType(), replaced.text()));
        }
        Answer answer = edited(doors.answer(request, body, injection.twist()), kind, injection);
        return effect instanceof Effect.BrokenJson cut
                ? Outcome.plain(kind, cut(answer, cut))
                : new Outcome(kind, answer, injection.outcome(), answer.isSuccess());
    }

    /** Writes it, if the client is still there. */
    void write(HttpServerRequest request, Entry entry, Outcome outcome) {
        Effect breakage = outcome.breakage().orElse(null);
        Answer answer = outcome.answer();
        if (breakage instanceof Effect.Broken how) {
            if (broken.write(request, answer, date(Duration.ZERO), how)) {
                entry.answered(answer.status());
            }
            return;
        }
        entry.answered(answer.status());
        if (breakage instanceof Effect.Drip drip) {
            Answer text = answer.with(new Body.Text(answer.text()));
            broken.drip(request, text, date(Duration.ZERO), drip, () -> whole(outcome, Editor.rows(text.body())));
        } else {
            AnswerWriter.write(request.response(), answer, date(Duration.ZERO), rows -> whole(outcome, rows));
        }
    }

    private void whole(Outcome outcome, long rows) {
        if (outcome.good()) {
            ledger.good(outcome.kind(), rows);
        }
    }

    private Answer edited(Answer answer, PathKind kind, Injection injection) {
        Answer edited = answer;
        for (Injection.Edit edit : answer.isSuccess() ? injection.edits() : List.<Injection.Edit>of()) {
            Editor.Edited next = Editor.edit(edited, edit);
            edited = next.answer();
            if (next.changed()) {
                ledger.struck(kind, edit.effect().kind());
            }
        }
        return edited;
    }

    private static Answer cut(Answer answer, Effect.BrokenJson cut) {
        byte[] whole = answer.text().getBytes(StandardCharsets.UTF_8);
        int end = cut.spot().offset(0, whole.length);
        // A character that is cut in two would come out as another one, so the cut moves before it.
        while (end > 0 && (whole[end] & 0xC0) == 0x80) {
            end--;
        }
        return answer.with(new Body.Text(new String(whole, 0, end, StandardCharsets.UTF_8)));
    }

    private Answer withRetryAfter(Answer answer, List<RetryAfter> lines) {
        Answer more = answer;
        for (RetryAfter line : lines) {
            more = more.with("Retry-After", text(line));
        }
        return more;
    }

    private String text(RetryAfter line) {
        return line instanceof RetryAfter.Date date ? date(date.ahead()) : ((RetryAfter.Raw) line).text();
    }

    private String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.instant().plus(ahead).atOffset(ZoneOffset.UTC));
    }
}
