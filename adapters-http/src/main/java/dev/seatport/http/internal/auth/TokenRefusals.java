package dev.seatport.http.internal.auth;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Operation;
import dev.seatport.http.internal.exchange.RawAnswer;
import dev.seatport.http.internal.exchange.StatusKinds;
import dev.seatport.http.internal.json.JsonFields;
import dev.seatport.http.internal.retry.AttemptFailure.Again;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Meaning of a token endpoint's refusal (RFC 6749, section 5.2). The numeric codes that come with it are shown; its description is not,
 * because it may quote the request.
 */
final class TokenRefusals {
    private static final Set<String> WRONG_CREDENTIALS =
            Set.of("invalid_client", "unauthorized_client", "invalid_grant");
    private static final Set<String> DOCUMENTED =
            Set.of("invalid_request", "unsupported_grant_type", "invalid_resource", "invalid_target");
    /** They may pass, whatever status they come with; Azure AD sends the first with HTTP 400. */
    private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

    private static final Pattern CODE = Pattern.compile("[0-9]{1,10}");
    private static final int MOST_CODES = 5;

    private TokenRefusals() {}

    /**
     * A response that brings no token.
     *
     * @param body {@code null} if it is no JSON object
     * @param retryAfter how long the endpoint asks to be left alone; {@code null} if it does not
     */
    record Reply(
            RawAnswer answer,
            @Nullable JsonFields body,
            @Nullable Duration retryAfter) {}

    static VendorException of(Operation operation, Reply reply, @Nullable String scope, int attempts) {
        FailureKind kind = kind(reply);
        return VendorException.builder(kind, operation.vendor(), operation.name(), explanation(kind, reply))
                .status(reply.answer().status())
                .attempts(attempts)
                .retryAfter(reply.retryAfter())
                .missingScope(kind == FailureKind.PERMISSION_DENIED ? scope : null)
                .build();
    }

    /** Whether the same request may be answered otherwise: the body decides before the status does. */
    static Again again(RawAnswer answer, @Nullable JsonFields body) {
        String error = error(body);
        if (answer.ofGateway() || isFinal(error)) {
            return Again.NEVER;
        }
        Again byStatus = Again.afterStatus(answer.status());
        return byStatus == Again.NEVER && PASSING.contains(error) ? Again.TRANSIENT : byStatus;
    }

    private static boolean isFinal(String error) {
        return WRONG_CREDENTIALS.contains(error) || error.equals("invalid_scope") || DOCUMENTED.contains(error);
    }

    private static String error(@Nullable JsonFields body) {
        return body == null ? "" : body.text("error");
    }

    private static FailureKind kind(Reply reply) {
        String error = error(reply.body());
        if (WRONG_CREDENTIALS.contains(error)) {
            return FailureKind.AUTHENTICATION_FAILED;
        }
        if (error.equals("invalid_scope")) {
            return FailureKind.PERMISSION_DENIED;
        }
        FailureKind byStatus = StatusKinds.of(reply.answer());
        return byStatus != FailureKind.RATE_LIMITED && PASSING.contains(error) ? FailureKind.UNAVAILABLE : byStatus;
    }

    private static String explanation(FailureKind kind, Reply reply) {
        int status = reply.answer().status();
        if (reply.answer().ofGateway()) {
            return "token endpoint: a gateway answered, not the vendor (HTTP " + status
                    + ", an HTML page); check the token URL and the proxy, or try again later";
        }
        String error = error(reply.body());
        String answered =
                "the token endpoint answered " + (isFinal(error) || PASSING.contains(error) ? error + " " : "")
                        + codes(reply.body()) + "(HTTP " + status + "); ";
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

    /** The numbers in {@code error_codes}, by which the vendor's documents explain the refusal. Other than its prose they quote nothing of the request. */
    private static String codes(@Nullable JsonFields body) {
        JsonFields.Value value = body == null ? null : body.get("error_codes");
        if (value == null) {
            return "";
        }
        String codes = Stream.concat(Stream.of(value), value.items().stream())
                .map(JsonFields.Value::text)
                .filter(text -> CODE.matcher(text).matches())
                .limit(MOST_CODES)
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : "with code " + codes + " ";
    }
}
