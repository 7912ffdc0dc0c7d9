package dev.seatport.hexagon;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Folders and jars that the test process loads classes from. */
final class ClassPath {
    private ClassPath() {}

    /** Returns the existing entries of the class path, of the module path, and of the class loader of the test runner. */
    static List<Path> entries() {
        Set<Path> entries = new LinkedHashSet<>();
        String paths = System.getProperty("java.class.path", "")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        for (String entry : paths.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        // The console launcher of JUnit loads the tests with a separate class loader.
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                if (url.getProtocol().equals("file")) {
                    entries.add(Path.of(URI.create(url.toString())));
                }
            }
        }
        return entries.stream().filter(Files::exists).toList();
    }
}
