package dev.seatport.http.spi;

import org.jspecify.annotations.Nullable;

/** Sanitizes codes and ids of a vendor for one line of a message: printable ASCII of limited length. */
public final class LogSanitizer {
    private static final int MAX_LENGTH = 80;

    private LogSanitizer() {}

    /**
     * Replaces other characters than printable ASCII, and truncates to 80 characters.
     *
     * @return {@code null} for a blank text
     */
    public static @Nullable String sanitize(@Nullable String text) {
        return sanitize(text, MAX_LENGTH);
    }

    /** Sanitizes like {@link #sanitize(String)}, with another length limit. */
    public static @Nullable String sanitize(@Nullable String text, int maxLength) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        StringBuilder sanitized = new StringBuilder();
        for (int i = 0; i < Math.min(stripped.length(), maxLength); i++) {
            char c = stripped.charAt(i);
            sanitized.append(c > ' ' && c <= '~' ? c : '_');
        }
        return sanitized.toString();
    }
}
