package dev.seatport.demo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs command lines in this process, with the environment of a test. Immutable. */
final class InProcessShell {
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final boolean terminal;
    private final String input;

    private InProcessShell(Map<String, String> environment, Map<String, String> properties, boolean terminal) {
        this(environment, properties, terminal, "");
    }

    private InProcessShell(
            Map<String, String> environment, Map<String, String> properties, boolean terminal, String input) {
        this.environment = environment;
        this.properties = properties;
        this.terminal = terminal;
        this.input = input;
    }

    /** Sets the standard input. Each text is a line. */
    InProcessShell input(String... lines) {
        return new InProcessShell(environment, properties, terminal, String.join("\n", lines) + "\n");
    }

    /** Creates a shell without settings. */
    static InProcessShell bare() {
        return new InProcessShell(Map.of(), Map.of(), false);
    }

    /** Creates a shell with system properties. */
    static InProcessShell with(Map<String, String> properties) {
        return new InProcessShell(Map.of(), Map.copyOf(properties), false);
    }

    InProcessShell variable(String name, String value) {
        return new InProcessShell(plus(environment, name, value), properties, terminal, input);
    }

    InProcessShell property(String name, String value) {
        return new InProcessShell(environment, plus(properties, name, value), terminal, input);
    }

    InProcessShell without(String property) {
        Map<String, String> fewer = new LinkedHashMap<>(properties);
        fewer.remove(property);
        return new InProcessShell(environment, fewer, terminal, input);
    }

    InProcessShell onTerminal() {
        return new InProcessShell(environment, properties, true, input);
    }

    CommandResult run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandResult commandResult = runInto(out, arguments);
        return new CommandResult(commandResult.code(), out.toString(StandardCharsets.UTF_8), commandResult.err());
    }

    /** Runs a command with this standard output. The result has no output. */
    CommandResult runInto(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Main.run(
                new CommandEnvironment(
                        environment,
                        properties,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        errors,
                        terminal),
                arguments);
        return new CommandResult(code, "", err.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> plus(Map<String, String> values, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }
}
