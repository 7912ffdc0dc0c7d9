package dev.seatport.demo.config;

import dev.seatport.reports.policy.NameSuggester;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rejects misspelt setting names, because the default of a misspelt setting may be another host. In sources that other programs share,
 * only names similar to a setting are rejected.
 */
final class SettingNameValidator {
    private final List<String> keys;
    private final List<String> variables;

    /** Creates a validator of the names of all settings. */
    SettingNameValidator(List<Setting<?>> known) {
        keys = known.stream().map(Setting::key).toList();
        variables = known.stream().map(Setting::variable).toList();
    }

    /** Rejects unknown keys with the prefix of Seatport, and other names that differ from a key by one or two letters. */
    void requireKeys(Collection<String> names, String where) {
        names.stream()
                .filter(name -> !keys.contains(name))
                .filter(name -> lower(name).startsWith(Setting.PREFIX)
                        || NameSuggester.suggestTypo(lower(name), keys).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, where, keys);
                });
    }

    /** Rejects variables that differ from a setting by one or two letters. Accepts others, such as {@code SEATPORT_PORT} of a container. */
    void requireVariables(Collection<String> names) {
        names.stream()
                .filter(name -> name.startsWith(Setting.VARIABLE_PREFIX) && !variables.contains(name))
                .filter(name -> NameSuggester.suggestTypo(name, variables).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, "the environment", variables);
                });
    }

    private static SettingsException unknown(String name, String where, List<String> known) {
        String advice = NameSuggester.suggestTypo(lower(name), known)
                .or(() -> NameSuggester.suggestTypo(name, known))
                .map(suggestion -> "did you mean " + suggestion + "?")
                .orElseGet(() -> "known settings: " + known.stream().collect(Collectors.joining(", ")));
        return new SettingsException("unknown setting " + name + " (in " + where + "); " + advice);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
