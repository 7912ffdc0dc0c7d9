package dev.seatport.http.internal.transport;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.internal.resilience.RetryAfterHeader;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.LogSanitizer;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.RejectedRequestField;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps error responses of the API and the token endpoint to failures: first by the failure that the body declares, then by one table of
 * HTTP statuses. Messages quote only codes of the response.
 */
public final class HttpErrorMapper {
    /** Errors of RFC 6749, section 5.2. */
    private static final Set<String> WRONG_CREDENTIALS =
            Set.of("invalid_client", "unauthorized_client", "invalid_grant");

    private static final String INVALID_SCOPE = "invalid_scope";
    private static final Set<String> OTHER_FINAL_ERRORS =
            Set.of("invalid_request", "unsupported_grant_type", "invalid_resource", "invalid_target");
    /** Temporary with any status; Azure AD sends the first one with HTTP 400. */
    private static final Set<String> TRANSIENT_ERRORS = Set.of("temporarily_unavailable", "server_error");

    private static final Pattern CODE = Pattern.compile("[0-9]{1,10}");
    private static final int MAX_ITEMS = 10;

    private static final int MAX_CODES = 5;

    private HttpErrorMapper() {}

    /** Failure kind and retry class of a response. */
    private record MappedError(FailureKind kind, RetryClass retryClass) {
        static MappedError of(int status) {
            return switch (status) {
                case 401 -> new MappedError(FailureKind.AUTHENTICATION_FAILED, RetryClass.NEVER);
                case 403 -> new MappedError(FailureKind.PERMISSION_DENIED, RetryClass.NEVER);
                case 404 -> new MappedError(FailureKind.NOT_FOUND, RetryClass.NEVER);
                case 429 -> new MappedError(FailureKind.RATE_LIMITED, RetryClass.THROTTLED);
                case 408, 425, 500, 502, 503, 504 -> new MappedError(FailureKind.UNAVAILABLE, RetryClass.TRANSIENT);
                default -> new MappedError(kindByClass(status), RetryClass.NEVER);
            };
        }

        /** Redirects are malformed responses, because none is followed. */
        private static FailureKind kindByClass(int status) {
            if (status >= 500) {
                return FailureKind.UNAVAILABLE;
            }
            return status >= 400 ? FailureKind.INVALID_REQUEST : FailureKind.MALFORMED_ANSWER;
        }

        /** The status of a gateway's HTML page says nothing about ids, products or permissions. */
        static MappedError of(RawResponse response) {
            return response.isFromGateway()
                    ? new MappedError(FailureKind.UNAVAILABLE, RetryClass.NEVER)
                    : of(response.status());
        }

        static MappedError declared(FailureKind kind) {
            return new MappedError(
                    kind,
                    switch (kind) {
                        case UNAVAILABLE -> RetryClass.TRANSIENT;
                        case RATE_LIMITED -> RetryClass.THROTTLED;
                        default -> RetryClass.NEVER;
                    });
        }
    }

    /** Returns the failure kind of a response by its status. */
    public static FailureKind kind(RawResponse response) {
        return MappedError.of(response).kind();
    }

    /**
     * Maps an error response of the API.
     *
     * @param details parsed body; a declared failure kind has precedence over the status
     * @param correlationId correlation id of the vendor; {@code null} if there is none
     * @param now for a {@code Retry-After} with a date
     * @param sentAt time at which the request was sent, as a value of {@code Scheduler.nanoTime()}
     */
    public static AttemptException apiFailure(
            VendorOperation vendorOperation,
            RawResponse response,
            ErrorDetails details,
            @Nullable String correlationId,
            Instant now,
            long sentAt) {
        MappedError meaning = Optional.ofNullable(details.declared())
                .map(MappedError::declared)
                .orElseGet(() -> MappedError.of(response));
        String code = LogSanitizer.sanitize(details.code());
        List<RejectedRequestField> violations = clean(details.violations());
        return new AttemptException(
                meaning.kind(),
                meaning.retryClass(),
                explainApi(meaning.kind(), response) + (code == null ? "" : ", code " + code),
                failure -> failure.status(response.status())
                        .correlationId(correlationId)
                        .missingScope(meaning.kind() == FailureKind.PERMISSION_DENIED ? vendorOperation.scope() : null)
                        .violations(violations),
                retryAfter(response, now),
                sentAt);
    }

    private static String explainApi(FailureKind kind, RawResponse response) {
        int status = response.status();
        if (response.isFromGateway()) {
            return "a gateway responded instead of the vendor (HTTP " + status
                    + ", an HTML page); check the base URL and the proxy, or try again later";
        }
        String http = " (HTTP " + status + ")";
        return switch (kind) {
            case INVALID_REQUEST -> "the vendor refused the request" + http;
            case AUTHENTICATION_FAILED ->
                "the vendor refused a fresh token" + http + "; check the client id, the secret and the token URL";
            case PERMISSION_DENIED ->
                "permission denied" + http + "; grant the permission to the app registration and give admin consent";
            case NOT_FOUND -> "not found at the vendor" + http + "; check the id and the base URL";
            case RATE_LIMITED -> "too many requests" + http + "; try again later";
            case UNAVAILABLE -> "the vendor is unavailable" + http + "; try again later";
            default -> "unexpected response" + http + "; check the base URL";
        };
    }

    private static List<RejectedRequestField> clean(List<RejectedRequestField> violations) {
        return violations.stream()
                .map(violation -> new RejectedRequestField(
                        Objects.requireNonNullElse(LogSanitizer.sanitize(violation.attribute()), "?"),
                        Objects.requireNonNullElse(LogSanitizer.sanitize(violation.code()), "?")))
                .toList();
    }

    /**
     * Maps an error response of the token endpoint. Its numeric codes are shown. Its description is not, because it may quote the
     * request.
     *
     * @param body fields of the response; empty if it is no JSON object
     * @param details body as the vendor's parser understands it; its failure kind has precedence over error and status
     * @param scope requested scope; {@code null} for none
     * @param now for a {@code Retry-After} with a date
     * @param sentAt time at which the request was sent, as a value of {@code Scheduler.nanoTime()}
     */
    public static AttemptException tokenFailure(
            RawResponse response,
            Map<String, @Nullable Object> body,
            ErrorDetails details,
            @Nullable String scope,
            Instant now,
            long sentAt) {
        String error = String.valueOf(body.get("error"));
        MappedError meaning = Optional.ofNullable(details.declared())
                .map(MappedError::declared)
                .orElseGet(() -> tokenErrorMeaning(response, error));
        String codes = codes(body.get("error_codes"), details.code());
        return new AttemptException(
                meaning.kind(),
                meaning.retryClass(),
                explainToken(meaning.kind(), response, error, codes),
                failure -> failure.status(response.status())
                        .missingScope(meaning.kind() == FailureKind.PERMISSION_DENIED ? scope : null),
                retryAfter(response, now),
                sentAt);
    }

    private static MappedError tokenErrorMeaning(RawResponse response, String error) {
        MappedError byStatus = MappedError.of(response);
        if (WRONG_CREDENTIALS.contains(error)) {
            return new MappedError(FailureKind.AUTHENTICATION_FAILED, RetryClass.NEVER);
        }
        if (error.equals(INVALID_SCOPE)) {
            return new MappedError(FailureKind.PERMISSION_DENIED, RetryClass.NEVER);
        }
        if (OTHER_FINAL_ERRORS.contains(error)) {
            return new MappedError(byStatus.kind(), RetryClass.NEVER);
        }
        boolean isTransient = TRANSIENT_ERRORS.contains(error) && byStatus.retryClass() == RetryClass.NEVER;
        return isTransient && !response.isFromGateway()
                ? new MappedError(FailureKind.UNAVAILABLE, RetryClass.TRANSIENT)
                : byStatus;
    }

    private static String explainToken(FailureKind kind, RawResponse response, String error, String codes) {
        int status = response.status();
        if (response.isFromGateway()) {
            return "token endpoint: a gateway responded instead of the vendor (HTTP " + status
                    + ", an HTML page); check the token URL and the proxy, or try again later";
        }
        boolean known = WRONG_CREDENTIALS.contains(error)
                || error.equals(INVALID_SCOPE)
                || OTHER_FINAL_ERRORS.contains(error)
                || TRANSIENT_ERRORS.contains(error);
        return "token endpoint error " + (known ? error + " " : "") + codes + "(HTTP "
                + status + "); "
                + switch (kind) {
                    case AUTHENTICATION_FAILED -> "check the client id and the client secret or certificate";
                    case PERMISSION_DENIED -> "grant the scope to the app registration and give admin consent";
                    case RATE_LIMITED, UNAVAILABLE -> "try again later";
                    case INVALID_REQUEST ->
                        "check the token URL and the client id, and the resource and scope where the vendor wants them";
                    case NOT_FOUND -> "check the token URL, and the audience if the request names one";
                    default -> "check the token URL";
                };
    }

    /** Returns the numeric codes that the vendor documents. Unlike its description, they quote nothing of the request. */
    private static String codes(@Nullable Object given, @Nullable String parsed) {
        Stream<?> items = given instanceof List<?> list ? list.stream() : Stream.ofNullable(given);
        String codes = Stream.concat(items.limit(MAX_ITEMS).map(String::valueOf), Stream.ofNullable(parsed))
                .filter(text -> CODE.matcher(text).matches())
                .distinct()
                .limit(MAX_CODES)
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : "with code " + codes + " ";
    }

    private static @Nullable Duration retryAfter(RawResponse response, Instant now) {
        return RetryAfterHeader.parse(
                        response.headers().getAll(HttpHeaders.RETRY_AFTER),
                        response.headers().get(HttpHeaders.DATE),
                        now)
                .orElse(null);
    }
}
