package dev.seatport.demo.config;

import dev.seatport.http.spi.BoundedFileReader;
import dev.seatport.http.spi.Secret;
import java.io.IOException;
import java.nio.file.Path;

/** Validates credentials and reads secrets from files. A credential has visible ASCII characters and blanks (RFC 6749, appendix A). */
final class SecretReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String QUOTES = "\"'`";

    private SecretReader() {}

    /**
     * Returns a credential without surrounding white space and byte order marks, which files and shells may add.
     *
     * @throws SettingsException if it is empty, begins or ends with a quotation mark, or has another character
     */
    static String credential(String text, Setting<?> setting) {
        String stripped = stripped(text);
        if (stripped.isEmpty()) {
            throw setting.invalid("is set but empty");
        }
        if (QUOTES.indexOf(stripped.charAt(0)) >= 0 || QUOTES.indexOf(stripped.charAt(stripped.length() - 1)) >= 0) {
            throw setting.invalid("begins or ends with a quotation mark, which would be sent to the vendor; remove it");
        }
        if (!stripped.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw setting.invalid("contains a line break or a character that is not visible ASCII; remove it");
        }
        return stripped;
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isRemovable(text.charAt(from))) {
            from++;
        }
        while (from < to && isRemovable(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isRemovable(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
    }

    /**
     * Reads a secret from a file, without a byte order mark and without the last line end.
     *
     * @param fileSetting the setting that names the file
     * @param secret the setting of the secret
     * @throws SettingsException if the file cannot be read, is empty, or does not hold a valid credential
     */
    static Secret file(Setting<Path> fileSetting, Path file, Setting<String> secret) {
        String content;
        try {
            content = BoundedFileReader.readText(file).replaceFirst("\\r?\\n$", "");
        } catch (IOException e) {
            throw fileSetting.invalid("names a file that cannot be read: it " + e.getMessage());
        }
        if (content.isBlank()) {
            throw fileSetting.invalid("names an empty file");
        }
        return Secret.of(secret.isCredential() ? credential(content, fileSetting) : content);
    }
}
