package dev.seatport.c3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers of the vendor, kept as files with their source beside them. */
final class Fixture {
    private Fixture() {}

    static String read(String name) {
        try (InputStream content = Fixture.class.getResourceAsStream("/c3/" + name)) {
            if (content == null) {
                throw new AssertionError("no fixture " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
