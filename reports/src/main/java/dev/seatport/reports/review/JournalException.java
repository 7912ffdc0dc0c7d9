package dev.seatport.reports.review;

import java.io.IOException;
import java.io.Serial;

/** A journal that cannot be used, or not any more. What was in it still is. */
public final class JournalException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }
}
