package dev.seatport.demo.config;

import dev.seatport.reports.policy.NameSuggester;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Refuses names that are no settings: one that is misspelt is not set, and what holds in its place may be another host. Where names of
 * others may stand, too, those are refused that somebody meant for a setting, by the look of them.
 */
final class SettingNameValidator {
    private static final List<String> KEYS = all(Setting::key);
    private static final List<String> VARIABLES = all(Setting::variable);

    private SettingNameValidator() {}

    private static List<String> all(Function<Setting, String> name) {
        return Arrays.stream(Setting.values()).map(name).toList();
    }

    /** Every name of ours must be a setting's, and no other may be nearly one. */
    static void requireKeys(Collection<String> names, String where) {
        names.stream()
                .filter(name -> !KEYS.contains(name))
                .filter(name -> lower(name).startsWith(Setting.PREFIX)
                        || NameSuggester.slip(lower(name), KEYS).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, where, KEYS);
                });
    }

    /** No name may be nearly a setting's. Others that begin like ours are those of containers, such as {@code SEATPORT_PORT}. */
    static void requireVariables(Collection<String> names) {
        names.stream()
                .filter(name -> name.startsWith(Setting.VARIABLE_PREFIX) && !VARIABLES.contains(name))
                .filter(name -> NameSuggester.slip(name, VARIABLES).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, "the environment", VARIABLES);
                });
    }

    private static SettingsException unknown(String name, String where, List<String> known) {
        String legal = NameSuggester.slip(lower(name), known)
                .or(() -> NameSuggester.slip(name, known))
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "legal: " + known.stream().collect(Collectors.joining(", ")));
        return new SettingsException("no setting is called " + name + " (in " + where + "); " + legal);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
