package dev.seatport.reports.review;

import java.io.IOException;
import java.io.Serial;

/** Thrown if an earlier result cannot be read, or cannot be compared with a review. The message is one line without the file. */
public final class BaselineException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    BaselineException(String message) {
        super(message);
    }
}
