package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Serial;

/** Thrown if a result cannot be written to its destination. */
public final class OutputException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public OutputException(String message) {
        super(message);
    }
}
