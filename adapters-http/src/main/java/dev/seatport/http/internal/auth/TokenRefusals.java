package dev.seatport.http.internal.auth;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.exchange.StatusKinds;
import dev.seatport.http.internal.json.JsonFields;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token endpoint's refusal means (RFC 6749, section 5.2). Its description is not shown: it may quote the request. */
final class TokenRefusals {
    private static final Set<String> WRONG_CREDENTIALS =
            Set.of("invalid_client", "unauthorized_client", "invalid_grant");
    private static final Set<String> DOCUMENTED =
            Set.of("invalid_request", "unsupported_grant_type", "invalid_resource", "invalid_target");

    private TokenRefusals() {}

    /**
     * An answer that brings no token.
     *
     * @param body {@code null} if it is no JSON object
     * @param retryAfter how long the endpoint asks to be left alone; {@code null} if it does not
     */
    record Reply(
            int status, @Nullable JsonFields body, @Nullable Duration retryAfter) {}

    static VendorException of(Operation operation, Reply reply, @Nullable String scope, int attempts) {
        int status = reply.status();
        String error = error(reply.body());
        FailureKind kind = kind(status, error);
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation(kind, status, error))
                .status(status)
                .attempts(attempts)
                .retryAfter(reply.retryAfter())
                .missingScope(kind == FailureKind.PERMISSION_DENIED ? scope : null)
                .build();
    }

    /** Whether the endpoint says, whatever its status, that the same request would be refused again. */
    static boolean isAnswerForGood(@Nullable JsonFields body) {
        String error = error(body);
        return WRONG_CREDENTIALS.contains(error) || error.equals("invalid_scope") || DOCUMENTED.contains(error);
    }

    private static String error(@Nullable JsonFields body) {
        return body == null ? "" : body.text("error");
    }

    private static FailureKind kind(int status, String error) {
        if (WRONG_CREDENTIALS.contains(error)) {
            return FailureKind.AUTHENTICATION_FAILED;
        }
        if (error.equals("invalid_scope")) {
            return FailureKind.PERMISSION_DENIED;
        }
        return StatusKinds.of(status);
    }

    private static String explanation(FailureKind kind, int status, String error) {
        boolean known =
                WRONG_CREDENTIALS.contains(error) || DOCUMENTED.contains(error) || error.equals("invalid_scope");
        String answered = "the token endpoint answered " + (known ? error + " " : "") + "(HTTP " + status + "); ";
        return answered
                + switch (kind) {
                    case AUTHENTICATION_FAILED -> "check the client id and the client secret or certificate";
                    case PERMISSION_DENIED -> "grant the app registration the scope and consent to it";
                    case RATE_LIMITED, UNAVAILABLE -> "try again later";
                    case INVALID_REQUEST ->
                        "check the token URL and the client id, and the resource and scope where the vendor wants them";
                    default -> "check the token URL";
                };
    }
}
