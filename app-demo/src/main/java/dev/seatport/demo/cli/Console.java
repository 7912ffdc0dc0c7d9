package dev.seatport.demo.cli;

import dev.seatport.demo.report.Palette;
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
        err.println("seatport: " + oneLine(line));
    }

    Palette palette() {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return terminal && !refused ? Palette.COLOURED : Palette.PLAIN;
    }

    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
