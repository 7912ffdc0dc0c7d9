package dev.seatport.demo.cli;

import dev.seatport.reports.output.TerminalSanitizer;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Environment and streams of a command.
 *
 * @param variables the environment variables
 * @param properties the system properties
 * @param in the standard input
 * @param out receives results only
 * @param err receives all other output
 * @param terminal whether {@code out} is a terminal
 */
record CommandEnvironment(
        Map<String, String> variables,
        Map<String, String> properties,
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean terminal) {

    /** Creates an environment without a standard input. */
    CommandEnvironment(
            Map<String, String> variables,
            Map<String, String> properties,
            OutputStream out,
            PrintStream err,
            boolean terminal) {
        this(variables, properties, InputStream.nullInputStream(), out, err, terminal);
    }

    /** Prints a line for the user on {@code err}, without control characters. */
    void printMessage(String line) {
        err.println("seatport: " + TerminalSanitizer.of(line));
    }

    /** Returns whether the program that reads {@code out} ended before the result did. */
    boolean isOutputClosed() {
        return out instanceof StandardOutput standard && standard.isClosedByReader();
    }

    /** Returns whether a result on the terminal is coloured. The variable NO_COLOR turns colours off (no-color.org). */
    boolean usesColours() {
        return terminal && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
