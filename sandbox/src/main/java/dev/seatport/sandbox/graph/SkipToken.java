package dev.seatport.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Position of a page in a listing. Its text is opaque to clients.
 *
 * @param page number of the page, from 1
 * @param group group of rows that the page starts in
 * @param row first row of the page in this group
 */
record SkipToken(int page, int group, int row) {
    static final SkipToken START = new SkipToken(1, 0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    /**
     * Parses the text of a token.
     *
     * @return the start of the listing for null; empty if the text is invalid
     */
    static Optional<SkipToken> parse(@Nullable String text) {
        if (text == null) {
            return Optional.of(START);
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            Matcher matcher = FORM.matcher(new String(decoded, StandardCharsets.US_ASCII));
            return matcher.matches()
                    ? Optional.of(new SkipToken(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String text() {
        String plain = page + "." + group + "." + row;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
