package dev.seatport.demo.config;

import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.HttpProxy;
import dev.seatport.http.spi.Secret;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.net.URI;
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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of a run. Precedence: environment, system properties, one file that the user named. No file is searched for, because a file in
 * the working directory could send a secret to another base URL. Expressions in values are not expanded.
 */
public final class Settings {
    private static final int ENVIRONMENT_ORDINAL = 500;
    private static final int SYSTEM_PROPERTIES_ORDINAL = 400;
    private static final int FILE_ORDINAL = 300;
    private static final int MAX_PORT = 65_535;
    private static final Duration MIN_DURATION = Duration.ofMillis(1);
    private static final Duration MAX_DURATION = Duration.ofDays(1);
    private static final int MAX_ROWS = 1_000_000;
    private static final BigDecimal MIN_RATE = new BigDecimal("0.1");
    private static final BigDecimal MAX_RATE = BigDecimal.valueOf(10_000);
    /** Java decodes bytes that are invalid in the current locale to this character. */
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

    private final SmallRyeConfig config;
    private final Map<Path, String> files;
    private final Map<Setting, Object> contents = new ConcurrentHashMap<>();

    private Settings(SmallRyeConfig config, Map<Path, String> files) {
        this.config = config;
        this.files = files;
    }

    /** Returns settings of one map, without environment and system properties. */
    public static Settings ofMap(Map<String, String> values) {
        return of(Map.of(), values, Map.of());
    }

    static Settings of(Map<String, String> environment, Map<String, String> properties, Map<String, String> file) {
        return new Settings(
                new SmallRyeConfigBuilder()
                        .withSources(
                                new EnvConfigSource(
                                        withPrefix(environment, Setting.VARIABLE_PREFIX), ENVIRONMENT_ORDINAL),
                                new PropertiesConfigSource(
                                        withPrefix(properties, Setting.PREFIX),
                                        "system properties",
                                        SYSTEM_PROPERTIES_ORDINAL),
                                new PropertiesConfigSource(withPrefix(file, Setting.PREFIX), "file", FILE_ORDINAL))
                        .build(),
                settingKeysByFile(environment, properties, file));
    }

    /** Returns the keys of file settings by path, for all sources. The paths are not checked. */
    static Map<Path, String> settingKeysByFile(
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

    /** Ignores an invalid path, which cannot name a file. */
    private static void addPath(Map<Path, String> files, String name, Setting setting) {
        try {
            files.putIfAbsent(Path.of(name), setting.key());
        } catch (InvalidPathException e) {
            return;
        }
    }

    /** Drops other names, because SmallRye would take the ordinal of a source from {@code config_ordinal}. */
    private static Map<String, String> withPrefix(Map<String, String> values, String prefix) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Returns the text of a setting.
     *
     * @return empty if the setting is not set
     * @throws SettingsException if the text is blank, undecodable, or not a valid credential
     */
    public Optional<String> text(Setting setting) {
        String value = config.getConfigValue(setting.key()).getValue();
        if (value != null && value.isBlank()) {
            throw setting.invalid("is set but empty");
        }
        if (value != null && value.indexOf(REPLACEMENT_CHARACTER) >= 0) {
            throw setting.invalid("contains characters that the current locale cannot decode; set LC_ALL=C.UTF-8");
        }
        return Optional.ofNullable(value)
                .map(text -> setting.isCredential() ? SecretReader.credential(text, setting) : text);
    }

    /** Returns whether any setting with this key prefix is set. */
    boolean anySet(String prefix) {
        return Arrays.stream(Setting.values())
                .map(Setting::key)
                .filter(key -> key.startsWith(prefix))
                .anyMatch(key -> config.getConfigValue(key).getValue() != null);
    }

    /** Returns the settings that identify an account at a vendor: URLs and client id, without secrets. */
    public String account(String vendor) {
        return Stream.of("environment", "api", "base-url", "client-id", "resource")
                .map(name -> Setting.PREFIX + vendor + "." + name)
                .map(key ->
                        key + "=" + Objects.toString(config.getConfigValue(key).getValue(), ""))
                .collect(Collectors.joining(" "));
    }

    /** Returns the elements of a list that is separated by commas; empty if the setting is not set. */
    public Optional<List<String>> list(Setting setting) {
        return text(setting).map(value -> {
            List<String> elements =
                    Arrays.stream(value.split(",", -1)).map(String::strip).toList();
            if (elements.contains("")) {
                throw setting.invalid("has an empty element");
            }
            return elements;
        });
    }

    /** Returns a path; empty if the setting is not set. */
    public Optional<Path> path(Setting setting) {
        return value(setting, Path::of, "is not a valid path");
    }

    /** Parses a value. The problem becomes the message if the text cannot be parsed. */
    private <T> Optional<T> value(Setting setting, Function<String, T> parser, String problem) {
        return text(setting).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw setting.invalid(problem);
            }
        });
    }

    private <T extends Comparable<T>> Optional<T> inRange(
            T min, T max, Setting setting, Function<String, T> parser, String problem) {
        Optional<T> value = value(setting, text -> parser.apply(text.strip()), problem);
        value.filter(number -> number.compareTo(min) < 0 || number.compareTo(max) > 0)
                .ifPresent(number -> {
                    throw setting.invalid("is out of range");
                });
        return value;
    }

    /** Returns the text of a mandatory setting. */
    public String require(Setting setting) {
        return text(setting).orElseThrow(() -> setting.invalid("is missing"));
    }

    /** Returns a mandatory secret, from the setting itself or from its file. */
    public Secret requireSecret(Setting setting, Setting file) {
        return secret(setting, file).orElseThrow(() -> setting.invalid("is missing"));
    }

    /** Returns a secret, from the setting itself or from its file; empty if neither is set. */
    public Optional<Secret> secret(Setting setting, Setting file) {
        Optional<Secret> fromFile =
                path(file).map(path -> readOnce(file, Secret.class, () -> SecretReader.file(file, path, setting)));
        Optional<Secret> direct = text(setting).map(Secret::of);
        if (fromFile.isPresent() && direct.isPresent()) {
            throw setting.invalid("and " + file.key() + " are both set; remove one of them");
        }
        return direct.isPresent() ? direct : fromFile;
    }

    /** Returns the content of a setting's file. Only the first call reads it, because a pipe can be read only once. */
    public <T> T readOnce(Setting file, Class<T> type, Supplier<T> reader) {
        Object content = contents.get(file);
        if (content == null) {
            content = reader.get();
            contents.put(file, content);
        }
        return type.cast(content);
    }

    /** Returns the keys of file settings by path, including values that a source of higher precedence replaces. */
    public Map<Path, String> files() {
        return files;
    }

    /** Returns a proxy, with credentials if the value has them; empty if the setting is not set. */
    public Optional<HttpProxy> proxy(Setting setting) {
        return text(setting).map(value -> {
            try {
                return HttpProxy.parse(value);
            } catch (IllegalArgumentException e) {
                throw setting.invalid(String.valueOf(e.getMessage()));
            }
        });
    }

    /** Returns a URL that may receive secrets; empty if the setting is not set. */
    public Optional<URI> url(Setting setting) {
        Optional<URI> value = value(setting, text -> URI.create(text.strip()), "is not a URL");
        value.ifPresent(url -> {
            VendorClientOptions.urlValidationError(url).ifPresent(problem -> {
                throw setting.invalid(problem);
            });
            if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
                throw setting.invalid("has a port that is out of range");
            }
        });
        return value;
    }

    /** Returns a mandatory URL that may receive secrets. */
    public URI requireUrl(Setting setting) {
        return url(setting).orElseThrow(() -> setting.invalid("is missing"));
    }

    /** Returns a duration; empty if the setting is not set. */
    public Optional<Duration> duration(Setting setting) {
        return inRange(MIN_DURATION, MAX_DURATION, setting, Duration::parse, "is not a duration");
    }

    /** Returns a rate per second; empty if the setting is not set. */
    public Optional<Double> rate(Setting setting) {
        return inRange(MIN_RATE, MAX_RATE, setting, BigDecimal::new, "is not a number")
                .map(BigDecimal::doubleValue);
    }

    /** Returns a number of rows; empty if the setting is not set. */
    public Optional<Integer> rowCount(Setting setting) {
        return inRange(1, MAX_ROWS, setting, Integer::valueOf, "is not a whole number");
    }

    /** Returns an enum constant, compared without letter case; empty if the setting is not set. */
    public <E extends Enum<E>> Optional<E> choice(Setting setting, Class<E> type) {
        return text(setting).map(value -> {
            String constantName = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(constantName))
                    .findFirst()
                    .orElseThrow(() -> setting.invalid("is not an allowed value"));
        });
    }
}
