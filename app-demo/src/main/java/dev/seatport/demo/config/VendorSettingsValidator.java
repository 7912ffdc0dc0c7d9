package dev.seatport.demo.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Settings of one vendor and their checks.
 *
 * @param prefix prefix of the setting keys
 * @param required keys of the mandatory settings
 * @param checks one check per setting, or per group of settings that depend on each other; each throws a {@link SettingsException}
 */
public record VendorSettingsValidator(String prefix, List<String> required, List<Consumer<Settings>> checks) {
    public VendorSettingsValidator {
        required = List.copyOf(required);
        checks = List.copyOf(checks);
    }

    /** Returns whether no setting of the vendor is set. */
    public boolean isUnset(Settings settings) {
        return !settings.anySet(prefix);
    }

    /** Returns the problems of the settings, one line each; empty if all settings are valid. */
    public List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        for (Consumer<Settings> check : checks) {
            try {
                check.accept(settings);
            } catch (SettingsException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }
}
