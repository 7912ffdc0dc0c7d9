package dev.seatport.demo.cli;

import java.io.Serial;

/** An argument that cannot be used: one line with what would be legal. */
final class UsageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
