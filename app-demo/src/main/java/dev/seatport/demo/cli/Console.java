package dev.seatport.demo.cli;

import dev.seatport.reports.output.TerminalSanitizer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param environment the environment's variables
 * @param properties the system properties
 * @param out where results go, and nothing else
 * @param err where everything else goes
 * @param terminal whether a person looks at {@code out}
 */
record Console(
        Map<String, String> environment,
        Map<String, String> properties,
        OutputStream out,
        PrintStream err,
        boolean terminal) {

    /** One line for whoever runs the command. */
    void say(String line) {
        err.println("seatport: " + TerminalSanitizer.of(line));
    }

    /** Whether the result is coloured: for a person who does not refuse colours (no-color.org). */
    boolean coloured() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
