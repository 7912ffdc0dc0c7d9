package dev.seatport.demo.config;

import java.io.Serial;

/** Invalid setting. The message is one line with the key and the allowed values, never with the value. */
public final class SettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
