package dev.seatport.demo.config;

import dev.seatport.http.spi.Secret;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a run. Precedence: environment, system properties, one file that the user named. No file is searched for, because a file in
 * the working directory could send a secret to another base URL. Expressions in values are not expanded.
 */
public final class Settings {
    private static final int ENVIRONMENT_ORDINAL = 500;
    private static final int SYSTEM_PROPERTIES_ORDINAL = 400;
    private static final int FILE_ORDINAL = 300;
    /** Java decodes bytes that are invalid in the current locale to this character. */
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

    private final @Nullable SmallRyeConfig config;
    private final Map<Path, String> files;
    private final Map<String, Object> contents = new ConcurrentHashMap<>();

    private Settings(@Nullable SmallRyeConfig config, Map<Path, String> files) {
        this.config = config;
        this.files = files;
    }

    /** Returns settings without a value, for work that needs no settings. */
    public static Settings none() {
        return new Settings(null, Map.of());
    }

    /** Returns settings of one map, without environment and system properties. */
    public static Settings ofMap(Map<String, String> values) {
        return of(List.of(), Map.of(), values, Map.of());
    }

    /**
     * Returns the settings of all sources.
     *
     * @param known all settings
     */
    static Settings of(
            List<Setting<?>> known,
            Map<String, String> environment,
            Map<String, String> properties,
            Map<String, String> file) {
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
                settingKeysByFile(known, environment, properties, file));
    }

    /** Returns the keys of file settings by path, for all sources. The paths are not checked. */
    static Map<Path, String> settingKeysByFile(
            List<Setting<?>> known,
            Map<String, String> environment,
            Map<String, String> properties,
            Map<String, String> file) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Setting<?> setting : known) {
            if (setting.isFile()) {
                Stream.of(environment.get(setting.variable()), properties.get(setting.key()), file.get(setting.key()))
                        .filter(name -> name != null && !name.isBlank())
                        .forEach(name -> addPath(files, name, setting));
            }
        }
        return files;
    }

    /** Ignores an invalid path, which cannot name a file. */
    private static void addPath(Map<Path, String> files, String name, Setting<?> setting) {
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
     * Returns the value of a setting.
     *
     * @return empty if the setting is not set
     * @throws SettingsException if the text is blank, undecodable or not an allowed value
     */
    public <T> Optional<T> value(Setting<T> setting) {
        Optional<String> text = raw(setting);
        text.ifPresent(value -> {
            if (value.isBlank()) {
                throw setting.invalid("is set but empty");
            }
            if (value.indexOf(REPLACEMENT_CHARACTER) >= 0) {
                throw setting.invalid("contains characters that the current locale cannot decode; set LC_ALL=C.UTF-8");
            }
        });
        return text.map(setting::parse);
    }

    /** Returns the value of a mandatory setting. */
    public <T> T require(Setting<T> setting) {
        return value(setting).orElseThrow(setting::missing);
    }

    /** Returns whether a setting has a text, also an invalid one. */
    boolean isSet(Setting<?> setting) {
        return raw(setting).isPresent();
    }

    /** Returns the text of a setting without a check; empty if the setting is not set. */
    Optional<String> raw(Setting<?> setting) {
        return config == null
                ? Optional.empty()
                : Optional.ofNullable(config.getConfigValue(setting.key()).getValue());
    }

    /** Returns a secret, from the setting itself or from its file; empty if neither is set. */
    Optional<Secret> secret(Setting<String> setting, Setting<Path> file) {
        Optional<Secret> fromFile =
                value(file).map(path -> readOnce(file, Secret.class, () -> SecretReader.file(file, path, setting)));
        Optional<Secret> direct = value(setting).map(Secret::of);
        if (fromFile.isPresent() && direct.isPresent()) {
            throw setting.invalid("and " + file.key() + " are both set; remove one of them");
        }
        return direct.isPresent() ? direct : fromFile;
    }

    /** Returns the content of a setting's file. Only the first call reads it, because a pipe can be read only once. */
    public <T> T readOnce(Setting<Path> file, Class<T> type, Supplier<T> reader) {
        Object content = contents.get(file.key());
        if (content == null) {
            content = reader.get();
            contents.put(file.key(), content);
        }
        return type.cast(content);
    }

    /** Returns the keys of file settings by path, including values that a source of higher precedence replaces. */
    public Map<Path, String> files() {
        return files;
    }
}
