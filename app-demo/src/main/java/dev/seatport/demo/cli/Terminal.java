package dev.seatport.demo.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal of this process: whether there is one, and how wide it is. */
final class Terminal {
    /** The width of a terminal that does not tell its own. */
    static final int USUAL_COLUMNS = 80;

    /** A measurement starts a process. */
    private static final int CALLS_BETWEEN_MEASUREMENTS = 4;

    private static final String DEVICE = "/dev/tty";
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,6})\\s*");
    private static final Pattern COLUMNS = Pattern.compile("\\d{1,6}");

    private Terminal() {}

    /** The width of the terminal, for one thread that asks again and again: a person may change the window's size. */
    static IntSupplier columnsNow(Map<String, String> environment) {
        return new IntSupplier() {
            private int calls;
            private int columns;

            @Override
            public int getAsInt() {
                if (calls++ % CALLS_BETWEEN_MEASUREMENTS == 0) {
                    columns = columns(environment, size());
                }
                return columns;
            }
        };
    }

    /**
     * The width that fits: the smaller one of the variable COLUMNS and the terminal's size, and 80 if neither is known.
     *
     * @param size what {@code stty size} printed: rows and columns
     */
    static int columns(Map<String, String> environment, String size) {
        OptionalInt wanted = positive(COLUMNS, 0, environment.getOrDefault("COLUMNS", ""));
        OptionalInt there = positive(SIZE, 1, size);
        return wanted.isPresent() && there.isPresent()
                ? Math.min(wanted.getAsInt(), there.getAsInt())
                : wanted.orElse(there.orElse(USUAL_COLUMNS));
    }

    private static OptionalInt positive(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(group)) : 0;
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** The JDK cannot ask for the size; {@code stty} belongs to POSIX. Empty where there is none, or no terminal. */
    private static String size() {
        File device = new File(DEVICE);
        if (!device.exists()) {
            return "";
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(device)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream printed = stty.getInputStream()) {
                return new String(printed.readAllBytes(), StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            return "";
        }
    }

    /** From Java 22 on, a console exists without a terminal, and says so itself. */
    @SuppressWarnings("SystemConsoleNull") // The null check is right up to Java 21; after that the method decides.
    static boolean attached() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method asked = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(asked.invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
