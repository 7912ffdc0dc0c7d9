package dev.seatport.example.boot;

import dev.seatport.domain.observed.FailureKind;
import org.springframework.http.HttpStatus;

/** Maps a vendor's failure to the HTTP status of this service. */
final class VendorFailures {
    private VendorFailures() {}

    /** Returns whether the same request can succeed later. */
    static boolean isTemporary(FailureKind kind) {
        return status(kind) == HttpStatus.SERVICE_UNAVAILABLE;
    }

    static HttpStatus status(FailureKind kind) {
        return switch (kind) {
            case INVALID_REQUEST -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case RATE_LIMITED, UNAVAILABLE, TIMED_OUT, OVERLOADED, CLOSED -> HttpStatus.SERVICE_UNAVAILABLE;
            case AUTHENTICATION_FAILED, PERMISSION_DENIED, MALFORMED_ANSWER, ANSWER_TOO_LARGE, INCOMPLETE_LISTING ->
                HttpStatus.BAD_GATEWAY;
        };
    }
}
