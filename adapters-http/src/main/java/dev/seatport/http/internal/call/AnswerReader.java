package dev.seatport.http.internal.call;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Envelope;
import dev.seatport.http.FailureDetails;
import dev.seatport.http.FailureReader;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.call.CallPath.Answer;
import dev.seatport.http.internal.exchange.RawAnswer;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.http.internal.retry.AttemptFailure;
import dev.seatport.http.internal.retry.AttemptFailure.Again;
import dev.seatport.http.internal.retry.RetryAfter;
import dev.seatport.ports.failure.FieldViolation;
import dev.seatport.ports.watch.VendorWatcher;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of an answer, or a failure: by its status, by what it declares inside, by whether it can be read. Decides with it
 * whether asking again makes sense.
 */
public final class AnswerReader {
    private static final int GOOD = 200;
    private static final int NO_CONTENT = 204;
    private static final String UNTOLD = "?";
    /** In characters: a longer text is no id. */
    private static final int LONGEST_CORRELATION_ID = 128;

    private final FailureReader failures;
    private final @Nullable String correlationHeader;
    private final VendorWatcher watcher;
    private final InstantSource clock;
    private final SecretDetector secrets;

    /**
     * A reader of one vendor's answers.
     *
     * @param correlationHeader the header with the vendor's id of the exchange; {@code null} if there is none
     * @param secrets what must not be shown, though the vendor sent it
     */
    public AnswerReader(
            FailureReader failures,
            @Nullable String correlationHeader,
            VendorWatcher watcher,
            InstantSource clock,
            SecretDetector secrets) {
        this.failures = failures;
        this.correlationHeader = correlationHeader;
        this.watcher = watcher;
        this.clock = clock;
        this.secrets = secrets;
    }

    /**
     * An answer, and how it came.
     *
     * @param attempts how many requests were sent for it
     * @param sentAt when this one was sent, in the nanoseconds of the clockwork
     */
    record Sent<D>(Operation operation, RawAnswer answer, AnswerBody<D> body, int attempts, long sentAt) {
        Sent<D> with(AnswerBody<D> read) {
            return new Sent<>(operation, answer, read, attempts, sentAt);
        }
    }

    <D> Answer<D> read(Sent<D> sent) {
        RawAnswer answer = sent.answer();
        if (!answer.good()) {
            throw failure(
                    sent,
                    answer.ofGateway()
                            ? FailureDetails.NONE
                            : failures.read(answer.status(), Json.readLeniently(answer.body())));
        }
        if (answer.status() == NO_CONTENT) {
            return new Answer<>(null, context(sent, header(answer)));
        }
        D body;
        try {
            body = sent.body().read();
        } catch (UnreadableJson e) {
            throw unreadable(sent, e);
        }
        String correlationId = header(answer);
        if (body instanceof Envelope envelope) {
            if (!envelope.succeeded()) {
                throw failure(sent, declared(sent));
            }
            correlationId = or(envelope.correlationId(), correlationId);
        }
        AnswerContext context = context(sent, correlationId);
        sent.body().forEachOddity(context::drift);
        return new Answer<>(body, context);
    }

    /** What is known of a good answer before all of it was read. */
    AnswerContext early(Operation operation, VendorWatcher told) {
        return new AnswerContext(provenance(operation, null), told, GOOD, 1);
    }

    private Provenance provenance(Operation operation, @Nullable String correlationId) {
        return new Provenance(operation.vendor(), operation.name(), clock.instant(), correlationId);
    }

    private AnswerContext context(Sent<?> sent, @Nullable String correlationId) {
        return new AnswerContext(
                provenance(sent.operation(), correlationId),
                watcher,
                sent.answer().status(),
                sent.attempts());
    }

    /** A declared failure may have a shape of its own: whoever cannot read an answer looks for one before complaining. */
    private RuntimeException unreadable(Sent<?> sent, UnreadableJson problem) {
        FailureDetails details = declared(sent);
        if (details.declared() != null) {
            return failure(sent, details);
        }
        String correlationId = or(details.correlationId(), header(sent.answer()));
        String path = secrets.detects(problem.path()) ? "$" : problem.path();
        return context(sent, correlationId).failure(problem.kind(), "at " + path + ": " + problem.what());
    }

    private AttemptFailure failure(Sent<?> sent, FailureDetails given) {
        FailureDetails details = withoutSecrets(given);
        RawAnswer answer = sent.answer();
        Duration retryAfter = RetryAfter.read(
                        answer.headers().getAll(HttpHeaders.RETRY_AFTER),
                        answer.headers().get(HttpHeaders.DATE),
                        clock.instant())
                .orElse(null);
        StatusFailures.Reply reply =
                new StatusFailures.Reply(answer, details, or(details.correlationId(), header(answer)), retryAfter);
        return new AttemptFailure(
                again(answer.status(), details),
                attempts -> StatusFailures.of(sent.operation(), reply, attempts),
                retryAfter,
                sent.sentAt());
    }

    private static Again again(int status, FailureDetails details) {
        FailureKind declared = details.declared();
        if (declared == null) {
            return Again.afterStatus(status);
        }
        return switch (declared) {
            case UNAVAILABLE -> Again.TRANSIENT;
            case RATE_LIMITED -> Again.THROTTLED;
            default -> Again.NEVER;
        };
    }

    private FailureDetails declared(Sent<?> sent) {
        return failures.read(sent.answer().status(), sent.body().readLeniently());
    }

    private FailureDetails withoutSecrets(FailureDetails details) {
        List<FieldViolation> violations = details.violations().stream()
                .map(violation -> new FieldViolation(
                        secrets.detects(violation.attribute()) ? UNTOLD : violation.attribute(),
                        secrets.detects(violation.code()) ? UNTOLD : violation.code()))
                .toList();
        String code = secrets.detects(details.code()) ? null : details.code();
        return new FailureDetails(details.declared(), code, violations, details.correlationId());
    }

    private @Nullable String header(RawAnswer answer) {
        return correlationHeader == null ? null : correlationId(answer.headers().get(correlationHeader));
    }

    private @Nullable String or(@Nullable String first, @Nullable String second) {
        return Optional.ofNullable(correlationId(first)).orElse(second);
    }

    /** An id goes to reports, messages and the vendor's support, so it must not be a secret that the vendor echoes. */
    private @Nullable String correlationId(@Nullable String given) {
        boolean id =
                given != null && given.strip().length() <= LONGEST_CORRELATION_ID && !secrets.detects(given.strip());
        return id ? SafeText.clean(given, LONGEST_CORRELATION_ID) : null;
    }
}
