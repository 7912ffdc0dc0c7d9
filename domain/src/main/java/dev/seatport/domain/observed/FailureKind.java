package dev.seatport.domain.observed;

/** Kind of a failed call to a vendor. Callers choose their reaction by it. */
public enum FailureKind {
    /** The request was not valid: the adapter rejected it before sending, or the vendor did. */
    INVALID_REQUEST,
    /** The vendor did not accept the credentials. */
    AUTHENTICATION_FAILED,
    /** The vendor accepted the credentials, but they lack the permission for this operation. */
    PERMISSION_DENIED,
    /** The vendor has no such object. */
    NOT_FOUND,
    /** The vendor rejected the request because the vendor's rate limit was exceeded. */
    RATE_LIMITED,
    /** The vendor could not be reached, or could not process the request. */
    UNAVAILABLE,
    /** The vendor did not respond in time. */
    TIMED_OUT,
    /** The response differs from the vendor's documents. */
    MALFORMED_ANSWER,
    /** The response is larger than the client's limit. */
    ANSWER_TOO_LARGE,
    /** The vendor delivered fewer rows than it announced. */
    INCOMPLETE_LISTING,
    /** The client's queue of waiting calls is full. */
    OVERLOADED,
    /** The client was closed. */
    CLOSED
}
