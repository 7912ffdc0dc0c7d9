package dev.seatport.demo.config;

import dev.seatport.http.HttpProxy;
import dev.seatport.http.Secret;
import dev.seatport.http.VendorClientOptions;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings, strongest first: environment, system properties, one file that was named. No file is looked for: a base URL in a
 * working directory must not get a secret. Values are taken as they are; nothing is expanded in them.
 */
public final class Settings {
    private static final int STRONGEST = 500;
    private static final int STRONG = 400;
    private static final int WEAK = 300;
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MAX_ROWS = 1_000_000;
    private static final BigDecimal SLOWEST = new BigDecimal("0.1");
    private static final BigDecimal FASTEST = BigDecimal.valueOf(10_000);
    /** What Java reads for bytes that mean nothing in the locale that it runs in. */
    private static final char UNREADABLE = '\uFFFD';

    private final SmallRyeConfig config;
    private final Map<Path, String> files;
    private final Map<Setting, Object> contents = new ConcurrentHashMap<>();

    private Settings(SmallRyeConfig config, Map<Path, String> files) {
        this.config = config;
        this.files = files;
    }

    /**
     * Gathers the settings.
     *
     * @param file the file that the command line names; {@code null} to take the one that the environment or a system property
     *     names, if any
     * @throws SettingsException if the file cannot be read, or a setting does not exist that is named there, among system
     *     properties or, by a slip, in the environment
     */
    public static Settings gather(
            Map<String, String> environment, Map<String, String> properties, @Nullable Path file) {
        Path named = file == null
                ? of(environment, properties, Map.of()).path(Setting.CONFIG).orElse(null)
                : file;
        SettingNames.requireVariables(environment.keySet());
        SettingNames.requireKeys(properties.keySet(), "the system properties");
        return of(environment, properties, named == null ? Map.of() : read(named));
    }

    /**
     * The files that settings name, right or wrong, by the names of the settings.
     *
     * @param file as for {@link #gather}; not read if it is a pipe or cannot be read
     */
    public static Map<Path, String> filesNamed(
            Map<String, String> environment, Map<String, String> properties, @Nullable Path file) {
        Map<Path, String> files = filesNamed(environment, properties, Map.of());
        List<Path> settingsFiles = file == null ? List.copyOf(files.keySet()) : List.of(file);
        for (Path one : settingsFiles) {
            if (file != null || Setting.CONFIG.key().equals(files.get(one))) {
                filesNamed(Map.of(), Map.of(), readIfPossible(one)).forEach(files::putIfAbsent);
            }
        }
        return files;
    }

    private static Map<String, String> readIfPossible(Path file) {
        try {
            return Files.isRegularFile(file) ? SettingsFile.read(file) : Map.of();
        } catch (SettingsException e) {
            return Map.of();
        }
    }

    /** Settings from one map, and from nowhere else. */
    public static Settings only(Map<String, String> values) {
        return of(Map.of(), values, Map.of());
    }

    private static Settings of(
            Map<String, String> environment, Map<String, String> properties, Map<String, String> file) {
        return new Settings(
                new SmallRyeConfigBuilder()
                        .withSources(
                                new EnvConfigSource(ours(environment, Setting.VARIABLE_PREFIX), STRONGEST),
                                new PropertiesConfigSource(
                                        ours(properties, Setting.PREFIX), "system properties", STRONG),
                                new PropertiesConfigSource(ours(file, Setting.PREFIX), "file", WEAK))
                        .build(),
                filesNamed(environment, properties, file));
    }

    private static Map<Path, String> filesNamed(
            Map<String, String> environment, Map<String, String> properties, Map<String, String> file) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (setting.isFile()) {
                Stream.of(environment.get(setting.variable()), properties.get(setting.key()), file.get(setting.key()))
                        .filter(name -> name != null && !name.isBlank())
                        .forEach(name -> addPath(files, name, setting));
            }
        }
        return files;
    }

    /** A name that is no path names no file. */
    private static void addPath(Map<Path, String> files, String name, Setting setting) {
        try {
            files.putIfAbsent(Path.of(name), setting.key());
        } catch (InvalidPathException e) {
            return;
        }
    }

    /** Other names stay out: one of them would tell a source how strong it is. */
    private static Map<String, String> ours(Map<String, String> values, String prefix) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = SettingsFile.read(file);
        SettingNames.requireKeys(values.keySet(), "the file " + file);
        return values;
    }

    /** The text of a setting, if it is set. */
    public Optional<String> text(Setting setting) {
        String value = config.getConfigValue(setting.key()).getValue();
        if (value != null && value.isBlank()) {
            throw setting.complaint("is set but empty");
        }
        if (value != null && value.indexOf(UNREADABLE) >= 0) {
            throw setting.complaint("holds characters that this locale cannot read, LC_ALL=C.UTF-8 could");
        }
        return Optional.ofNullable(value).map(text -> setting.isCredential() ? Credential.of(text, setting) : text);
    }

    /** Whether any setting is set whose name begins so. */
    boolean anySet(String prefix) {
        return Arrays.stream(Setting.values())
                .map(Setting::key)
                .filter(key -> key.startsWith(prefix))
                .anyMatch(key -> config.getConfigValue(key).getValue() != null);
    }

    /** What tells a vendor's account from another: where it is and who asks there. No secret is in it. */
    public String account(String vendor) {
        return Stream.of("environment", "api", "base-url", "client-id", "resource")
                .map(name -> Setting.PREFIX + vendor + "." + name)
                .map(key ->
                        key + "=" + Objects.toString(config.getConfigValue(key).getValue(), ""))
                .collect(Collectors.joining(" "));
    }

    /** The parts of a list with commas between them, if it is set. */
    public Optional<List<String>> list(Setting setting) {
        return text(setting).map(value -> {
            List<String> parts =
                    Arrays.stream(value.split(",", -1)).map(String::strip).toList();
            if (parts.contains("")) {
                throw setting.complaint("has a part that is empty");
            }
            return parts;
        });
    }

    /** A path, if it is set. */
    public Optional<Path> path(Setting setting) {
        return text(setting).map(value -> {
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw setting.complaint("is no path");
            }
        });
    }

    /** The text of a setting that must be set. */
    public String require(Setting setting) {
        return text(setting).orElseThrow(() -> setting.complaint("is missing"));
    }

    /** A secret that must be set: itself, or the file that holds it. */
    public Secret requireSecret(Setting setting, Setting file) {
        return secret(setting, file).orElseThrow(() -> setting.complaint("is missing"));
    }

    /** A secret, if it or the file that holds it is set. */
    public Optional<Secret> secret(Setting setting, Setting file) {
        Optional<Secret> inFile =
                path(file).map(where -> once(file, Secret.class, () -> SecretFile.read(file, where, setting)));
        Optional<Secret> itself = text(setting).map(Secret::of);
        if (inFile.isPresent() && itself.isPresent()) {
            throw setting.complaint("is set, and so is " + file.key() + ": which one holds");
        }
        return itself.isPresent() ? itself : inFile;
    }

    /** Reads something from the file that a setting names, and keeps it: a pipe can be read once. */
    public <T> T once(Setting file, Class<T> type, Supplier<T> reading) {
        Object read = contents.get(file);
        if (read == null) {
            read = reading.get();
            contents.put(file, read);
        }
        return type.cast(read);
    }

    /** The files that settings name, by the names of the settings; also those that a stronger source replaces. */
    public Map<Path, String> files() {
        return files;
    }

    /** A proxy, with its login if it has one, if it is set. */
    public Optional<HttpProxy> proxy(Setting setting) {
        return text(setting).map(value -> {
            try {
                return HttpProxy.parse(value);
            } catch (IllegalArgumentException e) {
                throw setting.complaint(String.valueOf(e.getMessage()));
            }
        });
    }

    /** A URL that secrets may be sent to, if it is set. */
    public Optional<URI> url(Setting setting) {
        return text(setting).map(value -> url(setting, value));
    }

    /** A URL that must be set. */
    public URI requireUrl(Setting setting) {
        return url(setting, require(setting));
    }

    private static URI url(Setting setting, String value) {
        try {
            URI url = new URI(value.strip());
            VendorClientOptions.objection(url).ifPresent(why -> {
                throw setting.complaint(why);
            });
            if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
                throw setting.complaint("has a port that does not exist");
            }
            return url;
        } catch (URISyntaxException e) {
            throw setting.complaint("is not a URL");
        }
    }

    /** A duration, if it is set. */
    public Optional<Duration> duration(Setting setting) {
        return text(setting).map(value -> {
            try {
                Duration duration = Duration.parse(value.strip());
                if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
                    throw setting.complaint("is out of bounds");
                }
                return duration;
            } catch (DateTimeParseException e) {
                throw setting.complaint("is not a duration");
            }
        });
    }

    /** How many in a second, if it is set. */
    public Optional<Double> rate(Setting setting) {
        return text(setting).map(value -> {
            try {
                BigDecimal rate = new BigDecimal(value.strip());
                if (rate.compareTo(SLOWEST) < 0 || rate.compareTo(FASTEST) > 0) {
                    throw setting.complaint("is out of bounds");
                }
                return rate.doubleValue();
            } catch (NumberFormatException e) {
                throw setting.complaint("is not a number");
            }
        });
    }

    /** A number of rows, if it is set. */
    public Optional<Integer> rowCount(Setting setting) {
        return text(setting).map(value -> {
            try {
                int rows = Integer.parseInt(value.strip());
                if (rows < 1 || rows > MAX_ROWS) {
                    throw setting.complaint("is out of bounds");
                }
                return rows;
            } catch (NumberFormatException e) {
                throw setting.complaint("is not a whole number");
            }
        });
    }

    /** One of a few words, if it is set; letter case does not matter. */
    public <E extends Enum<E>> Optional<E> choice(Setting setting, Class<E> type) {
        return text(setting).map(value -> {
            String wanted = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> setting.complaint("is none of its values"));
        });
    }
}
