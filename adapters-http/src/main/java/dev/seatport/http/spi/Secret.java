package dev.seatport.http.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Secret text. Prints as {@code ***}. Not a record, so that generated code cannot print its content. */
public final class Secret {
    private final String content;

    private Secret(String content) {
        this.content = content;
    }

    /**
     * Wraps a text.
     *
     * @throws IllegalArgumentException if it is empty
     * @throws NullPointerException if it is {@code null}, such as an environment variable that is not set
     */
    public static Secret of(String content) {
        if (Objects.requireNonNull(content, "the secret is null; check where it is read")
                .isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new Secret(content);
    }

    /** Returns the text, for sending it. Callers must not log, store or concatenate it. */
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
