package dev.seatport.demo.cli;

import java.io.Serial;

/** Invalid argument. The message is one line with the allowed values. */
final class UsageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
