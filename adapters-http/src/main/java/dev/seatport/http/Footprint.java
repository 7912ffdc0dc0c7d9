package dev.seatport.http;

import org.jspecify.annotations.Nullable;

/** Reckons how much memory is kept of an answer: roughly, and rather too much. */
public final class Footprint {
    private static final int STRING = 48;
    private static final int LARGEST_LATIN = 0xFF;

    private Footprint() {}

    /** About how many bytes texts take that nobody shares. */
    public static long of(@Nullable String... texts) {
        long bytes = 0;
        for (String text : texts) {
            bytes += text == null ? 0 : STRING + text.length() * bytesPerCharacter(text);
        }
        return bytes;
    }

    private static long bytesPerCharacter(String text) {
        return text.chars().allMatch(character -> character <= LARGEST_LATIN) ? 1 : 2;
    }
}
