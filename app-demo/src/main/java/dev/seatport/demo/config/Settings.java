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

    /** Settings from one map, and from nowhere else. */
    public static Settings only(Map<String, String> values) {
        return of(Map.of(), values, Map.of());
    }

    static Settings of(Map<String, String> environment, Map<String, String> properties, Map<String, String> file) {
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

    /** The files that settings of these sources name, right or wrong, by the names of the settings. */
    static Map<Path, String> filesNamed(
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

    /** The text of a setting, if it is set. */
    public Optional<String> text(Setting setting) {
        String value = config.getConfigValue(setting.key()).getValue();
        if (value != null && value.isBlank()) {
            throw setting.complaint("is set but empty");
        }
        if (value != null && value.indexOf(UNREADABLE) >= 0) {
            throw setting.complaint("holds characters that this locale cannot read, LC_ALL=C.UTF-8 could");
        }
        return Optional.ofNullable(value)
                .map(text -> setting.isCredential() ? SecretReader.credential(text, setting) : text);
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
        return value(setting, Path::of, "is no path");
    }

    /** A value of another type than text; the complaint is about a text that has no such value. */
    private <T> Optional<T> value(Setting setting, Function<String, T> parser, String complaint) {
        return text(setting).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw setting.complaint(complaint);
            }
        });
    }

    private <T extends Comparable<T>> Optional<T> within(
            T least, T most, Setting setting, Function<String, T> parser, String complaint) {
        Optional<T> value = value(setting, text -> parser.apply(text.strip()), complaint);
        value.filter(number -> number.compareTo(least) < 0 || number.compareTo(most) > 0)
                .ifPresent(number -> {
                    throw setting.complaint("is out of bounds");
                });
        return value;
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
                path(file).map(where -> once(file, Secret.class, () -> SecretReader.file(file, where, setting)));
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
        Optional<URI> value = value(setting, text -> URI.create(text.strip()), "is not a URL");
        value.ifPresent(url -> {
            VendorClientOptions.objection(url).ifPresent(why -> {
                throw setting.complaint(why);
            });
            if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
                throw setting.complaint("has a port that does not exist");
            }
        });
        return value;
    }

    /** A URL that must be set. */
    public URI requireUrl(Setting setting) {
        return url(setting).orElseThrow(() -> setting.complaint("is missing"));
    }

    /** A duration, if it is set. */
    public Optional<Duration> duration(Setting setting) {
        return within(SHORTEST, LONGEST, setting, Duration::parse, "is not a duration");
    }

    /** How many in a second, if it is set. */
    public Optional<Double> rate(Setting setting) {
        return within(SLOWEST, FASTEST, setting, BigDecimal::new, "is not a number")
                .map(BigDecimal::doubleValue);
    }

    /** A number of rows, if it is set. */
    public Optional<Integer> rowCount(Setting setting) {
        return within(1, MAX_ROWS, setting, Integer::valueOf, "is not a whole number");
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
