package dev.seatport.reports.review;

import java.io.IOException;
import java.io.Serial;

/** Thrown if a resume file cannot be used or can no longer be written. The file keeps its content. */
public final class CheckpointException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    CheckpointException(String message) {
        super(message);
    }
}
