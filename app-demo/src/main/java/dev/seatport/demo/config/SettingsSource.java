package dev.seatport.demo.config;

import dev.seatport.http.spi.BoundedFileReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one run at their first use, and once: their file may be a pipe. Confined to one thread. */
public final class SettingsSource {
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final @Nullable Path file;
    private @Nullable Settings settings;
    private @Nullable SettingsException refusal;

    /**
     * A source that reads nothing yet.
     *
     * @param file the file that the command line names; {@code null} to take the one that the environment or a system property
     *     names, if any
     */
    public SettingsSource(Map<String, String> environment, Map<String, String> properties, @Nullable Path file) {
        this.environment = environment;
        this.properties = properties;
        this.file = file;
    }

    /**
     * Returns the settings.
     *
     * @throws SettingsException at each call, if the file cannot be read, or a setting does not exist that is named there, among
     *     system properties or, by a slip, in the environment
     */
    public Settings settings() {
        if (refusal != null) {
            throw refusal;
        }
        if (settings == null) {
            try {
                settings = read();
            } catch (SettingsException e) {
                refusal = e;
                throw e;
            }
        }
        return settings;
    }

    private Settings read() {
        Path named = file == null
                ? Settings.of(environment, properties, Map.of())
                        .path(Setting.CONFIG)
                        .orElse(null)
                : file;
        SettingNameValidator.requireVariables(environment.keySet());
        SettingNameValidator.requireKeys(properties.keySet(), "the system properties");
        if (named == null) {
            return Settings.of(environment, properties, Map.of());
        }
        Map<String, String> values = read(named);
        SettingNameValidator.requireKeys(values.keySet(), "the file " + named);
        return Settings.of(environment, properties, values);
    }

    /**
     * Returns the files that settings name, by the names of the settings; also those that a stronger source replaces. If the settings
     * cannot be used: the files of those that can be read.
     */
    public Map<Path, String> files() {
        try {
            return settings().files();
        } catch (SettingsException e) {
            // Some commands need no settings. Others end with this exception later.
            return readableFiles();
        }
    }

    private Map<Path, String> readableFiles() {
        Map<Path, String> files = Settings.filesNamed(environment, properties, Map.of());
        List<Path> settingsFiles = file == null ? List.copyOf(files.keySet()) : List.of(file);
        for (Path one : settingsFiles) {
            if (file != null || Setting.CONFIG.key().equals(files.get(one))) {
                Settings.filesNamed(Map.of(), Map.of(), readIfPossible(one)).forEach(files::putIfAbsent);
            }
        }
        return files;
    }

    /** A pipe was read before. */
    private static Map<String, String> readIfPossible(Path file) {
        try {
            return Files.isRegularFile(file) ? read(file) : Map.of();
        } catch (SettingsException e) {
            return Map.of();
        }
    }

    /** Reads a properties file in UTF-8, with or without the mark that some editors put before the first letter. */
    private static Map<String, String> read(Path file) {
        Properties properties = new DuplicateKeyDetector(file);
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

    /** Of a name that is there twice, one value would hold, and the user would not see which. */
    @SuppressWarnings("serial") // never written to a stream
    private static final class DuplicateKeyDetector extends Properties {
        private final Path file;

        DuplicateKeyDetector(Path file) {
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
