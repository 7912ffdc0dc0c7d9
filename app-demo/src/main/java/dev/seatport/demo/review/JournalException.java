package dev.seatport.demo.review;

import java.io.IOException;
import java.io.Serial;

/** A journal that cannot be used; nothing was sent, and nothing in it was changed. */
public final class JournalException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }
}
