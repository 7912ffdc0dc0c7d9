package dev.seatport.reports.review;

import java.io.IOException;
import java.io.Serial;

/** A journal that cannot be used, or not any more. What was in it still is. */
public final class CheckpointException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    CheckpointException(String message) {
        super(message);
    }
}
