package dev.seatport.sandbox.avepoint;

/** A call that is not as the document says; its message is meant for the caller. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message, null, false, false);
    }
}
