package dev.seatport.demo.cli;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs what most people run, against vendors that are simulated in this process and over real HTTP, and prints nothing: so that
 * Java can list the classes that are worth an archive. Ends with the worst exit code of the commands.
 */
public final class ClassArchiveTraining {
    private static final List<String> PIECES = List.of(
            "--help",
            "--version",
            "customers",
            "customers --format json",
            "customers --vendor c3 --format csv",
            "review",
            "review --format html",
            "review --format ndjson",
            "doctor",
            "products");

    private ClassArchiveTraining() {}

    public static void main(String[] none) throws Exception {
        SystemPropertyDefaults.set();
        Path config = Files.createTempFile("seatport", ".properties");
        int worst = ExitCode.FINE;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(3))) {
            Files.writeString(config, text(SandboxCommands.settings(sandbox)));
            for (String piece : PIECES) {
                worst = Math.max(worst, play(piece, config));
            }
        } finally {
            Files.delete(config);
        }
        System.exit(worst);
    }

    private static int play(String piece, Path config) {
        Console console = new Console(
                Map.of("SEATPORT_CONFIG", config.toString()),
                Map.of(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Terminal.attached());
        return Main.run(console, piece.split(" ", -1));
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
