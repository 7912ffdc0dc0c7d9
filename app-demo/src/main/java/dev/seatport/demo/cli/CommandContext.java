package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsSource;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.output.Format;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.Palette;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Console, settings, component factory and inherited options: what each command of a run uses. Confined to one thread. */
final class CommandContext {
    private final Console console;
    private final Supplier<SeatportComponent.Factory> components;
    private @Nullable SettingsSource settings;

    private final OptionSpec format = inherited("--format")
            .type(ReviewFormat.class)
            .initialValue(ReviewFormat.TABLE)
            .paramLabel("FORMAT")
            .description("table, json, ndjson or csv; html too for a review (default: table)")
            .build();

    private final OptionSpec output = inherited("--output")
            .type(Path.class)
            .paramLabel("FILE")
            .description("write the result to a file, whole or not at all")
            .build();

    private final OptionSpec config = inherited("--config")
            .type(Path.class)
            .paramLabel("FILE")
            .description("read settings from a properties file")
            .build();

    private final OptionSpec metrics = inherited("--metrics")
            .type(Path.class)
            .paramLabel("FILE")
            .description("write what was counted on the way to the vendors, for Prometheus")
            .build();

    private final OptionSpec verbose = inherited("-v", "--verbose")
            .type(boolean.class)
            .initialValue(false)
            .description("tell on stderr what is going on")
            .build();

    CommandContext(Console console, Supplier<SeatportComponent.Factory> components) {
        this.console = console;
        this.components = components;
    }

    /** An option that all commands inherit from the command without a name. */
    private static OptionSpec.Builder inherited(String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .scopeType(ScopeType.INHERIT);
    }

    /** Adds the options of this context to the command without a name. */
    void addOptionsTo(CommandSpec seatport) {
        seatport.addOption(format)
                .addOption(output)
                .addOption(config)
                .addOption(metrics)
                .addOption(verbose)
                .addOption(inherited("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(inherited("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
    }

    /** Returns a command with these arguments, which applies the inherited options before it acts. */
    CommandSpec command(Callable<Integer> action, ArgSpec... arguments) {
        Callable<Integer> call = () -> {
            if (verbose.<Boolean>getValue()) {
                SystemPropertyDefaults.enableLog();
            }
            requireOneUseOfEachFile(arguments);
            return action.call();
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(call);
        for (ArgSpec argument : arguments) {
            spec.add(argument);
        }
        return spec;
    }

    private void requireOneUseOfEachFile(ArgSpec... arguments) {
        ProtectedFiles files = new ProtectedFiles();
        files.add(output);
        files.add(metrics);
        files.add(config);
        for (ArgSpec argument : arguments) {
            if (argument instanceof OptionSpec option && option.type() == Path.class) {
                files.add(option);
            }
        }
        files.requireApart(() -> settingsSource().files());
    }

    Console console() {
        return console;
    }

    SeatportComponent.Factory components() {
        return components.get();
    }

    /** Returns the settings of this process. */
    Settings settings() {
        return settingsSource().settings();
    }

    private SettingsSource settingsSource() {
        if (settings == null) {
            settings = new SettingsSource(console.environment(), console.properties(), config.getValue());
        }
        return settings;
    }

    /** Returns the format of a command that is no review. */
    Format format() {
        ReviewFormat wanted = reviewFormat();
        if (wanted == ReviewFormat.HTML) {
            throw new UsageException("html is a format of 'seatport review' only; legal: table, json, ndjson, csv");
        }
        return Format.valueOf(wanted.name());
    }

    ReviewFormat reviewFormat() {
        return format.getValue();
    }

    /** Opens the place of the result. A file that cannot be written fails here, before a request is sent. */
    Output openOutput() throws OutputException {
        Path file = output.getValue();
        return file == null ? Output.to(console.out()) : Output.to(file);
    }

    /** Opens the file of {@code --metrics}; {@code null} without that option. */
    @Nullable
    Output openMetrics() throws OutputException {
        Path file = metrics.getValue();
        return file == null ? null : Output.to(file);
    }

    /** Whether a person sees the result as it is printed. */
    boolean onTerminal() {
        return output.getValue() == null && console.terminal();
    }

    /** Whether a review's lines appear on the terminal while it goes on. */
    boolean streamsToTerminal() {
        return reviewFormat() == ReviewFormat.NDJSON && onTerminal();
    }

    /** Returns the colours of the result. */
    Palette palette() {
        return onTerminal() && console.coloured() ? Palette.COLOURED : Palette.PLAIN;
    }
}
