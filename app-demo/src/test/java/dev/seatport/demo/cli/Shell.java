package dev.seatport.demo.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs command lines in this process, in surroundings that a test chooses. Immutable. */
final class Shell {
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final boolean terminal;

    private Shell(Map<String, String> environment, Map<String, String> properties, boolean terminal) {
        this.environment = environment;
        this.properties = properties;
        this.terminal = terminal;
    }

    /** Without any setting. */
    static Shell bare() {
        return new Shell(Map.of(), Map.of(), false);
    }

    /** With system properties. */
    static Shell with(Map<String, String> properties) {
        return new Shell(Map.of(), Map.copyOf(properties), false);
    }

    Shell variable(String name, String value) {
        return new Shell(plus(environment, name, value), properties, terminal);
    }

    Shell property(String name, String value) {
        return new Shell(environment, plus(properties, name, value), terminal);
    }

    Shell without(String property) {
        Map<String, String> fewer = new LinkedHashMap<>(properties);
        fewer.remove(property);
        return new Shell(environment, fewer, terminal);
    }

    Shell onTerminal() {
        return new Shell(environment, properties, true);
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = runInto(out, arguments);
        return new Outcome(outcome.code(), out.toString(StandardCharsets.UTF_8), outcome.err());
    }

    /** With a standard output of the test's own. */
    Outcome runInto(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Main.run(new Console(environment, properties, out, errors, terminal), arguments);
        return new Outcome(code, "", err.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> plus(Map<String, String> values, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }
}
