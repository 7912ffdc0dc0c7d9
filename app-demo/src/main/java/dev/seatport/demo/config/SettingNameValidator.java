package dev.seatport.demo.config;

import dev.seatport.reports.policy.NameSuggester;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rejects misspelt setting names, because the default of a misspelt setting may be another host. In sources that other programs share,
 * only names similar to a setting are rejected.
 */
final class SettingNameValidator {
    private static final List<String> KEYS = all(Setting::key);
    private static final List<String> VARIABLES = all(Setting::variable);

    private SettingNameValidator() {}

    private static List<String> all(Function<Setting, String> name) {
        return Arrays.stream(Setting.values()).map(name).toList();
    }

    /** Rejects unknown keys with the prefix of Seatport, and other names that differ from a key by one or two letters. */
    static void requireKeys(Collection<String> names, String where) {
        names.stream()
                .filter(name -> !KEYS.contains(name))
                .filter(name -> lower(name).startsWith(Setting.PREFIX)
                        || NameSuggester.suggestTypo(lower(name), KEYS).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, where, KEYS);
                });
    }

    /** Rejects variables that differ from a setting by one or two letters. Accepts others, such as {@code SEATPORT_PORT} of a container. */
    static void requireVariables(Collection<String> names) {
        names.stream()
                .filter(name -> name.startsWith(Setting.VARIABLE_PREFIX) && !VARIABLES.contains(name))
                .filter(name -> NameSuggester.suggestTypo(name, VARIABLES).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, "the environment", VARIABLES);
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
