package dev.seatport.http.internal.call;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.FailureDetails;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.exchange.RawAnswer;
import dev.seatport.http.internal.exchange.StatusKinds;
import dev.seatport.ports.failure.FieldViolation;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an HTTP status means, and what to do about it. */
final class StatusFailures {
    private StatusFailures() {}

    static VendorException of(Operation operation, Reply reply, int attempts) {
        FailureDetails details = reply.details();
        FailureKind kind = Optional.ofNullable(details.declared()).orElseGet(() -> StatusKinds.of(reply.answer()));
        String code = SafeText.clean(details.code());
        String explanation = explanation(kind, reply) + (code == null ? "" : ", code " + code);
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation)
                .status(reply.answer().status())
                .attempts(attempts)
                .correlationId(reply.correlationId())
                .retryAfter(reply.retryAfter())
                .missingScope(kind == FailureKind.PERMISSION_DENIED ? operation.scope() : null)
                .violations(clean(details.violations()))
                .build();
    }

    /**
     * An answer that is no good.
     *
     * @param retryAfter how long the vendor asks to be left alone; {@code null} if it does not
     */
    record Reply(
            RawAnswer answer,
            FailureDetails details,
            @Nullable String correlationId,
            @Nullable Duration retryAfter) {}

    private static String explanation(FailureKind kind, Reply reply) {
        int status = reply.answer().status();
        if (reply.answer().ofGateway()) {
            return "a gateway answered, not the vendor (HTTP " + status
                    + ", an HTML page); check the base URL and the proxy, or try again later";
        }
        String http = " (HTTP " + status + ")";
        return switch (kind) {
            case INVALID_REQUEST -> "the vendor refused the request" + http;
            case AUTHENTICATION_FAILED ->
                "the vendor refused a fresh token" + http + "; check the client id, the secret and the token URL";
            case PERMISSION_DENIED ->
                "the app registration may not do this" + http + "; grant it the permission and consent to it";
            case NOT_FOUND -> "the vendor does not know what was asked for" + http + "; check the id and the base URL";
            case RATE_LIMITED -> "the vendor was asked too often" + http + "; try again later";
            case UNAVAILABLE -> "the vendor cannot answer" + http + "; try again later";
            default -> "an answer that no document mentions" + http + "; check the base URL";
        };
    }

    private static List<FieldViolation> clean(List<FieldViolation> violations) {
        return violations.stream()
                .map(violation -> new FieldViolation(
                        Objects.requireNonNullElse(SafeText.clean(violation.attribute()), "?"),
                        Objects.requireNonNullElse(SafeText.clean(violation.code()), "?")))
                .toList();
    }
}
