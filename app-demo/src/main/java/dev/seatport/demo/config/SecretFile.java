package dev.seatport.demo.config;

import dev.seatport.http.BoundedFileReader;
import dev.seatport.http.Secret;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a secret from a file, as containers hand them out. A byte order mark and the last line end do not belong to it. */
final class SecretFile {
    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @param named the setting that names the file
     * @param secret the setting that the file stands for
     */
    static Secret read(Setting named, Path file, Setting secret) {
        String content = content(named, file);
        if (content.isBlank()) {
            throw named.complaint("names an empty file");
        }
        return Secret.of(secret.isCredential() ? Credential.of(content, named) : content);
    }

    private static String content(Setting named, Path file) {
        try {
            return BoundedFileReader.readText(file).replaceFirst("\\r?\\n$", "");
        } catch (IOException e) {
            throw named.complaint("names a file that cannot be read: it " + e.getMessage());
        }
    }
}
