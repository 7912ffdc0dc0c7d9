package dev.seatport.demo.config;

import dev.seatport.http.BoundedFileReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A properties file in UTF-8, with or without the mark that some editors put before the first letter. */
final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads what the file sets.
     *
     * @throws SettingsException if it cannot be read
     */
    static Map<String, String> read(Path file) {
        Properties properties = new OnceEach(file);
        try {
            properties.load(new StringReader(BoundedFileReader.readText(file)));
        } catch (IllegalArgumentException e) {
            throw unreadable(file, "has a \\u escape that is none");
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Of a name that is there twice, one value would hold, and nobody would see which. */
    @SuppressWarnings("serial") // never written to a stream
    private static final class OnceEach extends Properties {
        private final Path file;

        OnceEach(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object name, Object value) {
            if (containsKey(name)) {
                throw new SettingsException("the settings file names " + name + " twice: " + file + "; legal: once");
            }
            return super.put(name, value);
        }
    }

    private static SettingsException unreadable(Path file, String why) {
        return new SettingsException("the settings file cannot be read: " + file + ": " + why
                + "; legal: a properties file in UTF-8 of at most 1 MiB");
    }
}
