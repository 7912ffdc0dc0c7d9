package dev.seatport.sandbox.avepoint;

/** Request that does not follow the document. The message goes into the error response. */
final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message, null, false, false);
    }
}
