package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Serial;

/** The result cannot be put where it was wanted. */
public final class OutputException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public OutputException(String message) {
        super(message);
    }
}
