package dev.seatport.demo.config;

import dev.seatport.http.spi.BoundedFileReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Source of the settings of one run. Reads them once, at the first use, because their file may be a pipe. Confined to one thread. */
public final class SettingsSource {
    /** A backslash and a u without four hexadecimal digits, on a line that is no comment. */
    private static final Pattern INVALID_ESCAPE =
            Pattern.compile("(?m)^(?!\\s*[#!])(?:[^\\\\\\n]|\\\\(?!u)[^\\n]|\\\\u\\p{XDigit}{4})*+\\\\u");

    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final @Nullable Path file;
    private final List<Setting<?>> known;
    private @Nullable Settings settings;
    private @Nullable SettingsException failure;

    /**
     * Creates a source without reading anything.
     *
     * @param file the file of the command line; {@code null} for the file of the setting {@code seatport.config}, if it is set
     * @param vendors the settings of all vendors
     */
    public SettingsSource(
            Map<String, String> environment,
            Map<String, String> properties,
            @Nullable Path file,
            List<VendorSettings> vendors) {
        this.environment = environment;
        this.properties = properties;
        this.file = file;
        known = Stream.concat(vendors.stream().flatMap(vendor -> vendor.all().stream()), CommonSettings.ALL.stream())
                .toList();
    }

    /**
     * Returns the settings.
     *
     * @throws SettingsException at each call, if the file cannot be read or a source has a misspelt setting name
     */
    public Settings settings() {
        if (failure != null) {
            throw failure;
        }
        if (settings == null) {
            try {
                settings = read();
            } catch (SettingsException e) {
                failure = e;
                throw e;
            }
        }
        return settings;
    }

    private Settings read() {
        Path settingsFile = file == null
                ? Settings.of(known, environment, properties, Map.of())
                        .value(CommonSettings.CONFIG)
                        .orElse(null)
                : file;
        SettingNameValidator names = new SettingNameValidator(known);
        names.requireVariables(environment.keySet());
        names.requireKeys(properties.keySet(), "the system properties");
        if (settingsFile == null) {
            return Settings.of(known, environment, properties, Map.of());
        }
        Map<String, String> values = read(settingsFile);
        names.requireKeys(values.keySet(), "the file " + settingsFile);
        return Settings.of(known, environment, properties, values);
    }

    /**
     * Returns the keys of file settings by path, including values that a source of higher precedence replaces. If the settings are
     * invalid, returns those that can be read.
     */
    public Map<Path, String> files() {
        try {
            return settings().files();
        } catch (SettingsException e) {
            // Some commands need no settings. The others fail with this exception later.
            return readableFiles();
        }
    }

    private Map<Path, String> readableFiles() {
        Map<Path, String> files = Settings.settingKeysByFile(known, environment, properties, Map.of());
        List<Path> settingsFiles = file == null ? List.copyOf(files.keySet()) : List.of(file);
        for (Path candidate : settingsFiles) {
            if (file != null || CommonSettings.CONFIG.key().equals(files.get(candidate))) {
                Settings.settingKeysByFile(known, Map.of(), Map.of(), readIfPossible(candidate))
                        .forEach(files::putIfAbsent);
            }
        }
        return files;
    }

    /** Skips a pipe, which can be read only once. */
    private static Map<String, String> readIfPossible(Path file) {
        try {
            return Files.isRegularFile(file) ? read(file) : Map.of();
        } catch (SettingsException e) {
            return Map.of();
        }
    }

    /** Reads a properties file in UTF-8, with or without a byte order mark. */
    private static Map<String, String> read(Path file) {
        String text;
        try {
            text = BoundedFileReader.readText(file);
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
        Properties properties = new DuplicateKeyDetector(file);
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException | IOException e) {
            throw invalidEscape(file, text);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Rejects a duplicate key, because only one of its values would have an effect. */
    @SuppressWarnings("serial") // never written to a stream
    private static final class DuplicateKeyDetector extends Properties {
        private final Path file;

        DuplicateKeyDetector(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object name, Object value) {
            if (containsKey(name)) {
                throw new SettingsException(
                        "the settings file sets " + name + " twice: " + file + "; remove one of the lines");
            }
            return super.put(name, value);
        }
    }

    private static SettingsException unreadable(Path file, String reason) {
        String advice;
        if (file.toString().isEmpty()) {
            return new SettingsException("the name of the settings file is empty; name a properties file");
        } else if (Files.isDirectory(file)) {
            advice = "name a properties file";
        } else if (Files.notExists(file)) {
            advice = "name an existing properties file";
        } else if (!Files.isReadable(file)) {
            advice = "name a file that this user can read";
        } else {
            advice = "allowed values: a properties file in UTF-8 of at most 1 MiB";
        }
        return new SettingsException("the settings file " + file + " " + reason + "; " + advice);
    }

    private static SettingsException invalidEscape(Path file, String text) {
        Matcher escape = INVALID_ESCAPE.matcher(text);
        String line = escape.find()
                ? " on line " + (1 + text.substring(0, escape.start()).lines().count())
                : "";
        return new SettingsException("the settings file " + file + " has an invalid \\u escape" + line
                + "; write each backslash of a path twice in a properties file, or write / instead");
    }
}
