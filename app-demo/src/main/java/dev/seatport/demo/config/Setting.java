package dev.seatport.demo.config;

import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.HttpProxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Setting: its key, its allowed values and its parser. Immutable and thread-safe.
 *
 * @param <T> type of the parsed value
 */
public final class Setting<T> {
    /** Prefix of the keys of all settings. */
    static final String PREFIX = "seatport.";

    /** Prefix of the environment variables of all settings. */
    static final String VARIABLE_PREFIX = "SEATPORT_";

    private static final int MAX_PORT = 65_535;
    private static final Duration MIN_DURATION = Duration.ofMillis(1);
    private static final Duration MAX_DURATION = Duration.ofDays(1);
    private static final BigDecimal MIN_RATE = new BigDecimal("0.1");
    private static final BigDecimal MAX_RATE = BigDecimal.valueOf(10_000);

    private final String key;
    private final String allowedValues;
    private final Kind kind;
    private final Parser<T> parser;
    private final boolean required;

    private enum Kind {
        PLAIN,
        /** One of a few names. */
        CHOICE,
        /** Sent to a vendor. */
        CREDENTIAL,
        /** Path of an input file, which no result may overwrite. */
        FILE
    }

    private interface Parser<T> {
        /** Parses a text that is not blank. Throws a {@link SettingsException} of the setting if the text is not allowed. */
        T parse(String text, Setting<T> setting);
    }

    private Setting(String key, String allowedValues, Kind kind, Parser<T> parser, boolean required) {
        this.key = key;
        this.allowedValues = allowedValues;
        this.kind = kind;
        this.parser = parser;
        this.required = required;
    }

    /** Returns a setting with any text that is not blank. */
    public static Setting<String> text(String key) {
        return text(key, "any text that is not empty");
    }

    /** Returns a setting whose text its user checks. */
    public static Setting<String> text(String key, String allowedValues) {
        return new Setting<>(key, allowedValues, Kind.PLAIN, (text, setting) -> text, false);
    }

    /** Returns a setting with a client id, a secret, or another text that is sent in a token request. */
    public static Setting<String> credential(String key) {
        return new Setting<>(
                key,
                "visible ASCII characters and blanks, without quotation marks around them",
                Kind.CREDENTIAL,
                SecretReader::credential,
                false);
    }

    /** Returns a setting with the path of an input file. No result may overwrite that file. */
    public static Setting<Path> file(String key, String allowedValues) {
        return new Setting<>(
                key,
                allowedValues,
                Kind.FILE,
                (text, setting) -> setting.parsed(Path::of, text, "is not a valid path"),
                false);
    }

    /** Returns a setting with the path of a file that holds a secret. */
    public static Setting<Path> secretFile(String key) {
        return file(key, "the path of a file that holds the secret and nothing else");
    }

    /** Returns a setting with a URL that may receive secrets. */
    public static Setting<URI> url(String key) {
        return new Setting<>(
                key,
                "an https URL, or http to the loopback host",
                Kind.PLAIN,
                (text, setting) -> setting.parsedUrl(text),
                false);
    }

    private URI parsedUrl(String text) {
        URI url = parsed(URI::create, text.strip(), "is not a URL");
        VendorClientOptions.urlValidationError(url).ifPresent(problem -> {
            throw invalid(problem);
        });
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw invalid("has a port that is out of range");
        }
        return url;
    }

    /** Returns a setting with a duration from 1 ms to 24 h. */
    public static Setting<Duration> duration(String key) {
        return new Setting<>(
                key,
                "an ISO-8601 duration from PT0.001S to PT24H, such as PT30S",
                Kind.PLAIN,
                (text, setting) ->
                        setting.inRange(MIN_DURATION, MAX_DURATION, Duration::parse, text, "is not a duration"),
                false);
    }

    /** Returns a setting with a rate per second from 0.1 to 10000. */
    public static Setting<Double> rate(String key) {
        return new Setting<>(
                key,
                "a number from 0.1 to 10000, such as 20 or 0.5",
                Kind.PLAIN,
                (text, setting) -> setting.inRange(MIN_RATE, MAX_RATE, BigDecimal::new, text, "is not a number")
                        .doubleValue(),
                false);
    }

    /** Returns a setting with a whole number from 1 to a maximum. */
    static Setting<Integer> count(String key, int max, int example) {
        return new Setting<>(
                key,
                "a whole number from 1 to " + max + ", such as " + example,
                Kind.PLAIN,
                (text, setting) -> setting.inRange(1, max, Integer::valueOf, text, "is not a whole number"),
                false);
    }

    /** Returns a setting with the name of an enum constant, in any letter case and with dashes for underscores. */
    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int last = names.size() - 1;
        return new Setting<>(
                key,
                last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last),
                Kind.CHOICE,
                (text, setting) -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name()
                                .equals(text.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> setting.invalid("is not an allowed value")),
                false);
    }

    /** Returns a setting with elements that are separated by commas. */
    static Setting<List<String>> list(String key, String allowedValues) {
        return new Setting<>(
                key,
                allowedValues,
                Kind.PLAIN,
                (text, setting) -> {
                    List<String> elements = Arrays.stream(text.split(",", -1))
                            .map(String::strip)
                            .toList();
                    if (elements.contains("")) {
                        throw setting.invalid("has an empty element");
                    }
                    return elements;
                },
                false);
    }

    /** Returns a setting with a proxy, whose text may have credentials. */
    static Setting<HttpProxy> proxy(String key) {
        return new Setting<>(
                key,
                "host:port of an HTTP proxy, or http://user:password@host:port",
                Kind.PLAIN,
                (text, setting) -> {
                    try {
                        return HttpProxy.parse(text);
                    } catch (IllegalArgumentException e) {
                        throw setting.invalid(String.valueOf(e.getMessage()));
                    }
                },
                false);
    }

    /** Returns this setting as one that its vendor cannot do without. */
    public Setting<T> required() {
        return new Setting<>(key, allowedValues, kind, parser, true);
    }

    private <V> V parsed(Function<String, V> function, String text, String problem) {
        try {
            return function.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw invalid(problem);
        }
    }

    private <V extends Comparable<V>> V inRange(
            V min, V max, Function<String, V> function, String text, String problem) {
        V value = parsed(function, text.strip(), problem);
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw invalid("is out of range");
        }
        return value;
    }

    /**
     * Checks a text that is not blank.
     *
     * @throws SettingsException if the text is not an allowed value
     */
    public void check(String text) {
        T unused = parse(text);
    }

    /** Returns an exception about a mandatory setting that is not set. */
    public SettingsException missing() {
        return new SettingsException(invalid("is missing").getMessage()
                + "; 'seatport init' asks for it, and docs/getting-started.md describes where to get it");
    }

    T parse(String text) {
        return parser.parse(text, this);
    }

    /** Returns the MicroProfile Config key. */
    public String key() {
        return key;
    }

    /** Returns the name of the environment variable. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns a description of the allowed values. */
    public String allowedValues() {
        return allowedValues;
    }

    /** Returns whether a vendor cannot do without this setting. */
    public boolean isRequired() {
        return required;
    }

    /** Returns whether the allowed values are a few names. */
    boolean isChoice() {
        return kind == Kind.CHOICE;
    }

    /** Returns whether the value is a credential that is sent to a vendor. */
    public boolean isCredential() {
        return kind == Kind.CREDENTIAL;
    }

    /** Returns whether the value is the path of an input file, which no result may overwrite. */
    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /**
     * Runs a reader of this setting's file.
     *
     * @throws SettingsException if the reader rejects the file; the message is that of the reader with the key in front
     */
    public <R> R readWith(Supplier<R> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key + ": " + e.getMessage() + "; allowed values: " + allowedValues);
        }
    }

    /** Returns an exception about an invalid value. The message has the key and the allowed values, but not the value. */
    public SettingsException invalid(String problem) {
        return new SettingsException(key + " " + problem + "; allowed values: " + allowedValues + " (set " + variable()
                + ", -D" + key + " or a --config file)");
    }

    @Override
    public String toString() {
        return key;
    }
}
