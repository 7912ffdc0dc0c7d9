package dev.seatport.sandbox.avepoint;

/** A request that is not as the document says; its message goes to the caller. */
final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message, null, false, false);
    }
}
