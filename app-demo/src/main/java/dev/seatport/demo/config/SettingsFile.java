package dev.seatport.demo.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A properties file in UTF-8, with or without the mark that some editors put before the first letter. */
final class SettingsFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SettingsFile() {}

    /**
     * Reads what the file sets.
     *
     * @throws SettingsException if it cannot be read
     */
    static Map<String, String> read(Path file) {
        Properties properties = new OnceEach(file);
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipMark(reader);
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    "the settings file cannot be read: " + file + "; legal: a properties file in UTF-8");
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

    /** With the mark, the first setting would have another name, and not hold. */
    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }
}
