package dev.seatport.demo.config;

import dev.seatport.http.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a secret from a file, as containers hand them out. One line end behind it does not belong to it. */
final class SecretFile {
    private static final long LARGEST = 64 * 1024;

    private SecretFile() {}

    static Secret read(Setting setting, Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw setting.complaint("names a file too large for a secret");
            }
            String content = Files.readString(file).replaceFirst("\\r?\\n$", "");
            if (content.isBlank()) {
                throw setting.complaint("names an empty file");
            }
            return Secret.of(content);
        } catch (IOException e) {
            throw setting.complaint("names a file that cannot be read");
        }
    }
}
