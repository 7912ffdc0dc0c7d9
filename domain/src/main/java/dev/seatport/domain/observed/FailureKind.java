package dev.seatport.domain.observed;

/** Why a question to a vendor has no answer, in the words that callers decide by. */
public enum FailureKind {
    /** The question was wrong: refused by us before anything was sent, or by the vendor. */
    INVALID_REQUEST,
    /** The vendor does not accept the credentials. */
    AUTHENTICATION_FAILED,
    /** The credentials are good, but not for this operation. */
    PERMISSION_DENIED,
    /** The vendor does not know what was asked for. */
    NOT_FOUND,
    /** The vendor asks to be asked less often. */
    RATE_LIMITED,
    /** The vendor cannot be reached or cannot answer. */
    UNAVAILABLE,
    /** The vendor took too long. */
    TIMED_OUT,
    /** The answer is not what the vendor's documents promise. */
    MALFORMED_ANSWER,
    /** The answer is larger than what is accepted. */
    ANSWER_TOO_LARGE,
    /** The vendor promised more rows than it delivered. */
    INCOMPLETE_LISTING,
    /** More calls wait here than are allowed to. */
    OVERLOADED,
    /** The client was closed. */
    CLOSED
}
