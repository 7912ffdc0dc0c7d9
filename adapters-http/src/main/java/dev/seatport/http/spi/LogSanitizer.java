package dev.seatport.http.spi;

import org.jspecify.annotations.Nullable;

/** Codes and ids that a vendor chose, made fit for one line of a message: printable ASCII, and not much of it. */
public final class LogSanitizer {
    private static final int LONGEST = 80;

    private LogSanitizer() {}

    /** Returns {@code null} for a blank text. */
    public static @Nullable String sanitize(@Nullable String given) {
        return sanitize(given, LONGEST);
    }

    /** The same, of another length at most. */
    public static @Nullable String sanitize(@Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String stripped = given.strip();
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(stripped.length(), longest); i++) {
            char c = stripped.charAt(i);
            safe.append(c > ' ' && c <= '~' ? c : '_');
        }
        return safe.toString();
    }
}
