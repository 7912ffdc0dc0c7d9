package dev.seatport.demo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The process: runs the command line and exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(
                System.getenv(),
                properties(System.getProperties()),
                new FileOutputStream(FileDescriptor.out),
                err,
                Terminal.attached());
        System.exit(run(console, arguments));
    }

    /** Runs one command line in this process. */
    static int run(Console console, String... arguments) {
        PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        Ending ending = new Ending(console);
        int code;
        try {
            code = new CommandLine(new SeatportCommand(console))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setColorScheme(Help.defaultColorScheme(console.coloured() ? Help.Ansi.ON : Help.Ansi.OFF))
                    .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                    .setParameterExceptionHandler(new Refusal(console))
                    .setExecutionExceptionHandler(ending)
                    .execute(arguments);
        } catch (RuntimeException | Error failure) {
            return ending.bug(failure);
        }
        // What picocli prints, a help or a version, may have found nobody to read it.
        return code == ExitCode.FINE && out.checkError() ? ending.unwritten() : code;
    }

    private static Map<String, String> properties(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
