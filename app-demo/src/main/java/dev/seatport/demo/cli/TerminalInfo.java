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

/** Terminal of this process: its presence and its width. */
final class TerminalInfo {
    /** Width of a terminal of unknown width. */
    static final int DEFAULT_COLUMNS = 80;

    /** Limits measurements, because each one starts a process. */
    private static final int CALLS_BETWEEN_MEASUREMENTS = 4;

    private static final String DEVICE = "/dev/tty";
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,6})\\s*");
    private static final Pattern COLUMNS = Pattern.compile("\\d{1,6}");

    private TerminalInfo() {}

    /** Returns a supplier of the current width, which changes with the window. The supplier is confined to one thread. */
    static IntSupplier currentColumns(Map<String, String> environment) {
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
     * Returns the smaller of the variable COLUMNS and the terminal's width, or {@link #DEFAULT_COLUMNS} if neither is known.
     *
     * @param size output of {@code stty size}: rows and columns
     */
    static int columns(Map<String, String> environment, String size) {
        OptionalInt configured = positive(COLUMNS, 0, environment.getOrDefault("COLUMNS", ""));
        OptionalInt measured = positive(SIZE, 1, size);
        return configured.isPresent() && measured.isPresent()
                ? Math.min(configured.getAsInt(), measured.getAsInt())
                : configured.orElse(measured.orElse(DEFAULT_COLUMNS));
    }

    private static OptionalInt positive(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(group)) : 0;
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Returns the output of {@code stty size}, because the JDK has no API for the size. Empty without stty or a terminal. */
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

    /**
     * Returns whether standard error is a terminal. The JDK has no API for it, so a process of {@code test} inherits the stream. Without
     * that program, the answer is yes.
     */
    static boolean isErrorAttached() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns whether a terminal is attached. From Java 22 on, a console may exist without a terminal. */
    @SuppressWarnings("SystemConsoleNull") // The null check is right up to Java 21; after that the method decides.
    static boolean isAttached() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(isTerminal.invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
