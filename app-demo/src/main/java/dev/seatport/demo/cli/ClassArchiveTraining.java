package dev.seatport.demo.cli;

import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.demo.wiring.SeatportComponent;
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
import java.util.stream.Stream;

/**
 * Training run for class data sharing: runs the most frequent commands, so that Java can list the classes to archive. The vendors
 * are simulated in this process and reached over HTTP. Prints nothing. Exits with the highest exit code of the commands.
 */
public final class ClassArchiveTraining {
    private static final List<String> COMMANDS = List.of(
            "--help",
            "--version",
            "customers",
            "customers --format json",
            "review",
            "review --format html",
            "review --format ndjson",
            "doctor",
            "products");

    private ClassArchiveTraining() {}

    public static void main(String[] arguments) throws Exception {
        SystemPropertyDefaults.set();
        Path config = Files.createTempFile("seatport", ".properties");
        int worst = ExitCode.SUCCESS;
        List<VendorPlugin> plugins = SeatportComponent.plugins(DaggerSeatportComponent.factory());
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(3))) {
            Files.writeString(config, toProperties(SandboxCommands.settings(sandbox, plugins)));
            for (String command : commands(plugins)) {
                worst = Math.max(worst, run(command, config));
            }
        } finally {
            Files.delete(config);
        }
        System.exit(worst);
    }

    /** Returns the commands to run. Leaves out the vendors that the sandbox does not simulate, because they have no settings. */
    static List<String> commands(List<VendorPlugin> plugins) {
        Stream<String> ofVendors = plugins.stream()
                .filter(plugin -> plugin.simulation().isPresent())
                .map(plugin -> "customers --format csv --vendor " + plugin.name());
        return Stream.concat(COMMANDS.stream(), ofVendors).toList();
    }

    private static int run(String command, Path config) {
        CommandEnvironment environment = new CommandEnvironment(
                Map.of("SEATPORT_CONFIG", config.toString()),
                Map.of(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                TerminalInfo.isAttached());
        return Main.run(environment, command.split(" ", -1));
    }

    private static String toProperties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
