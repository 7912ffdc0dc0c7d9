package dev.seatport.demo.cli;

import dev.seatport.demo.config.LoginSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.plugin.VendorPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for the settings of vendors, in the order of their declaration. Confined to one thread. */
final class SettingsPrompter {
    private final AnswerSource answers;
    private final CommandEnvironment environment;
    private final Map<String, String> values = new LinkedHashMap<>();

    SettingsPrompter(AnswerSource answers, CommandEnvironment environment) {
        this.answers = answers;
        this.environment = environment;
    }

    /** Returns the answers by key, in the order of the questions. */
    Map<String, String> values() {
        return values;
    }

    /** Sets a value without a question. */
    void set(Setting<?> setting, String value) {
        values.put(setting.key(), value);
    }

    /**
     * Asks for one of several names.
     *
     * @param what noun for the question
     * @return the first name if the answer is empty
     */
    String choose(String what, List<String> names) throws IOException {
        if (names.size() == 1) {
            return names.get(0);
        }
        String allowed = String.join(", ", names);
        while (true) {
            String answer = read(what + " (" + allowed + ") [" + names.get(0) + "]: ", false, what)
                    .toLowerCase(Locale.ROOT);
            if (answer.isEmpty() || names.contains(answer)) {
                return answer.isEmpty() ? names.get(0) : answer;
            }
            reject(new UsageException("unknown " + what + " '" + answer + "'; allowed values: " + allowed));
        }
    }

    /** Asks for the settings of a vendor. */
    void ask(VendorPlugin plugin) throws IOException {
        for (Setting<?> setting : plugin.settings().prompted()) {
            ask(plugin, setting, setting.isRequired() ? "" : "[Enter for the default]", false);
        }
        for (LoginSettings login : plugin.settings().logins()) {
            askLogin(plugin, login);
        }
    }

    private void askLogin(VendorPlugin plugin, LoginSettings login) throws IOException {
        Optional<Setting<Path>> certificate = login.certificateFile();
        do {
            if (ask(plugin, login.clientSecret(), "[hidden; Enter to name a file instead]", true)) {
                return;
            }
            String next = certificate.isPresent() ? "[Enter to name a certificate instead]" : "";
            if (ask(plugin, login.clientSecretFile(), next, false)) {
                return;
            }
            if (certificate.isPresent() && ask(plugin, certificate.get(), "", false)) {
                ask(plugin, login.certificatePasswordFile().orElseThrow(), "[Enter if it has no password]", false);
                return;
            }
            reject(login.clientSecret().invalid("is missing"));
        } while (true);
    }

    /**
     * Asks for one setting until the answer is an allowed value, or empty if the setting is optional.
     *
     * @return whether the answer is a value
     */
    private boolean ask(VendorPlugin plugin, Setting<?> setting, String hint, boolean secret) throws IOException {
        String question =
                Stream.of(plugin.displayName() + " " + plugin.settings().name(setting), allowed(setting), hint)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" "))
                        + ": ";
        while (true) {
            String answer = read(question, secret, setting.key());
            if (answer.isEmpty() && !setting.isRequired()) {
                return false;
            }
            try {
                if (answer.isEmpty()) {
                    throw setting.invalid("is missing");
                }
                setting.check(answer);
                values.put(setting.key(), answer);
                return true;
            } catch (SettingsException e) {
                reject(e);
            }
        }
    }

    /** The allowed values of a credential are its alphabet, which is no help. */
    private static String allowed(Setting<?> setting) {
        return setting.isCredential() ? "" : "(" + setting.allowedValues() + ")";
    }

    private String read(String question, boolean secret, String what) throws IOException {
        String answer = answers.ask(question, secret);
        if (answer == null) {
            throw new UsageException("the answers end before " + what
                    + "; 'seatport init' reads one answer per line, and an empty line for a default");
        }
        return answer.strip();
    }

    /** Prints the problem, so that the question is asked again. Without a console, the problem ends the command. */
    private void reject(RuntimeException problem) {
        if (!answers.canAskAgain()) {
            throw problem;
        }
        environment.printMessage(String.valueOf(problem.getMessage()));
    }
}
