package dev.seatport.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads recorded responses of vendors from the test resources of a module. */
public final class TestResources {
    private TestResources() {}

    /** Returns the text of a file below {@code src/test/resources}. */
    public static String read(String path) {
        try {
            // The class loader cannot be used: resources of a named module are hidden from the module of this class.
            return Files.readString(Path.of(System.getProperty("basedir", ""), "src/test/resources", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
