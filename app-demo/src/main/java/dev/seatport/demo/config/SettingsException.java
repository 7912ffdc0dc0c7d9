package dev.seatport.demo.config;

import java.io.Serial;

/** A setting that cannot be used: one line that names it and what would be legal, never its value. */
public final class SettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
