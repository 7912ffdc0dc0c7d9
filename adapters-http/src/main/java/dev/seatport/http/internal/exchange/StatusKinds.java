package dev.seatport.http.internal.exchange;

import dev.seatport.domain.observed.FailureKind;

/** Meaning of an HTTP status that is no success. The one place where a status becomes a kind. */
public final class StatusKinds {
    private StatusKinds() {}

    /** The kind of failure that a response stands for; a gateway's page says nothing about products or permissions. */
    public static FailureKind of(RawAnswer answer) {
        return answer.ofGateway() ? FailureKind.UNAVAILABLE : of(answer.status());
    }

    /** The kind of failure that the status stands for; a redirect is a malformed answer, because none is followed. */
    public static FailureKind of(int status) {
        return switch (status) {
            case 401 -> FailureKind.AUTHENTICATION_FAILED;
            case 403 -> FailureKind.PERMISSION_DENIED;
            case 404 -> FailureKind.NOT_FOUND;
            case 408, 425 -> FailureKind.UNAVAILABLE;
            case 429 -> FailureKind.RATE_LIMITED;
            default -> byClass(status);
        };
    }

    private static FailureKind byClass(int status) {
        if (status >= 500) {
            return FailureKind.UNAVAILABLE;
        }
        return status >= 400 ? FailureKind.INVALID_REQUEST : FailureKind.MALFORMED_ANSWER;
    }
}
