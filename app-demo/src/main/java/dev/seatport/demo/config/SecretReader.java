package dev.seatport.demo.config;

import dev.seatport.http.spi.BoundedFileReader;
import dev.seatport.http.spi.Secret;
import java.io.IOException;
import java.nio.file.Path;

/** Reads credentials: visible ASCII characters and blanks, as RFC 6749, appendix A, allows; and secrets from files. */
final class SecretReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String QUOTES = "\"'`";

    private SecretReader() {}

    /**
     * Returns a credential without the white space and the byte order marks around it, which files and shells leave there.
     *
     * @throws SettingsException if nothing is left, quotation marks stand around it, or it holds another character
     */
    static String credential(String text, Setting setting) {
        String stripped = stripped(text);
        if (stripped.isEmpty()) {
            throw setting.complaint("is set but empty");
        }
        if (QUOTES.indexOf(stripped.charAt(0)) >= 0 || QUOTES.indexOf(stripped.charAt(stripped.length() - 1)) >= 0) {
            throw setting.complaint("begins or ends with a quotation mark, which would be sent; remove it");
        }
        if (!stripped.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw setting.complaint("holds a character that is no visible ASCII character, or a line break; remove it");
        }
        return stripped;
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (from < to && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
    }

    /**
     * Reads a secret from a file, as containers hand them out, without a byte order mark and without the last line end.
     *
     * @param named the setting that names the file
     * @param secret the setting that the file stands for
     */
    static Secret file(Setting named, Path file, Setting secret) {
        String content;
        try {
            content = BoundedFileReader.readText(file).replaceFirst("\\r?\\n$", "");
        } catch (IOException e) {
            throw named.complaint("names a file that cannot be read: it " + e.getMessage());
        }
        if (content.isBlank()) {
            throw named.complaint("names an empty file");
        }
        return Secret.of(secret.isCredential() ? credential(content, named) : content);
    }
}
