package dev.seatport.http.spi;

import org.jspecify.annotations.Nullable;

/** A text that must not be seen: it prints as {@code ***} and is not a record, so that nothing prints its content by chance. */
public final class Secret {
    private final String content;

    private Secret(String content) {
        this.content = content;
    }

    /**
     * Hides a text.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Secret of(String content) {
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new Secret(content);
    }

    /** The text itself, for the moment in which it is sent. Never log, store or concatenate what this returns. */
    public String reveal() {
        return content;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
