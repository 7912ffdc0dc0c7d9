package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run, gathered once: their file may be a pipe, which can be read only once. A class apart from the root command, so
 * that {@code --help} loads nothing of the settings.
 */
final class GatheredSettings {
    private final Console console;
    private final @Nullable Path file;
    private @Nullable Settings settings;
    private @Nullable SettingsException refusal;

    /**
     * Settings that are gathered when they are first asked for.
     *
     * @param console the environment and system properties
     * @param file the settings file of {@code --config}; {@code null} without that option
     */
    GatheredSettings(Console console, @Nullable Path file) {
        this.console = console;
        this.file = file;
    }

    /**
     * Returns the settings.
     *
     * @throws SettingsException if they cannot be used, at each call
     */
    Settings settings() {
        if (refusal != null) {
            throw refusal;
        }
        if (settings == null) {
            try {
                settings = Settings.gather(console.environment(), console.properties(), file);
            } catch (SettingsException e) {
                refusal = e;
                throw e;
            }
        }
        return settings;
    }

    /** Returns the files that settings name, with the name of the setting; as far as they can be read, if some cannot be used. */
    Map<Path, String> files() {
        try {
            return settings().files();
        } catch (SettingsException e) {
            // Some commands need no settings. Others end with this exception later.
            return Settings.filesNamed(console.environment(), console.properties(), file);
        }
    }
}
