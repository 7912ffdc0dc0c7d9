package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.Meters;
import dev.seatport.reports.output.Format;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.review.ReviewFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command without a name: holds the options that every command has. */
final class SeatportCommand implements Runnable {
    private final Console console;

    private final OptionSpec format = option("--format")
            .type(ReviewFormat.class)
            .initialValue(ReviewFormat.TABLE)
            .paramLabel("FORMAT")
            .description("table, json, ndjson or csv; html too for a review (default: table)")
            .build();

    private final OptionSpec output = option("--output")
            .type(Path.class)
            .paramLabel("FILE")
            .description("write the result to a file, whole or not at all")
            .build();

    private final OptionSpec config = option("--config")
            .type(Path.class)
            .paramLabel("FILE")
            .description("read settings from a properties file")
            .build();

    private final OptionSpec metrics = option("--metrics")
            .type(Path.class)
            .paramLabel("FILE")
            .description("write what was counted on the way to the vendors, for Prometheus")
            .build();

    private final OptionSpec verbose = option("-v", "--verbose")
            .type(boolean.class)
            .initialValue(false)
            .description("tell on stderr what is going on")
            .build();

    private final CommandSpec spec;
    private @Nullable GatheredSettings gathered;

    SeatportCommand(Console console) {
        this.console = console;
        this.spec = spec();
    }

    /** An option that every command inherits. */
    private static OptionSpec.Builder option(String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .scopeType(ScopeType.INHERIT);
    }

    /** What picocli knows of it; commands inherit from it. */
    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .name("seatport")
                .scopeType(ScopeType.INHERIT)
                .versionProvider(new Version())
                .addOption(format)
                .addOption(output)
                .addOption(config)
                .addOption(metrics)
                .addOption(verbose)
                .addOption(option("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(option("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        Usage.tell(spec.usageMessage());
        return spec;
    }

    CommandSpec commandSpec() {
        return spec;
    }

    /**
     * Heeds what the options say of the run as a whole.
     *
     * @param arguments the arguments of the command itself
     */
    void prepare(List<ArgSpec> arguments) {
        if (verbose.<Boolean>getValue()) {
            Logs.tellMore();
        }
        NamedFiles files = new NamedFiles();
        files.add(output);
        files.add(metrics);
        files.add(config);
        for (ArgSpec argument : arguments) {
            if (argument instanceof OptionSpec option && option.type() == Path.class) {
                files.add(option);
            }
        }
        files.requireApart(() -> gathered().files());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    Console console() {
        return console;
    }

    /** The format of anything but a review. */
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

    /** Whether a review's lines appear on the terminal while it goes on. */
    boolean streamsToTerminal() {
        return reviewFormat() == ReviewFormat.NDJSON && onTerminal();
    }

    /** The settings of this process. */
    Settings settings() {
        return gathered().settings();
    }

    private GatheredSettings gathered() {
        if (gathered == null) {
            gathered = new GatheredSettings(console, config.getValue());
        }
        return gathered;
    }

    /** Where the result goes; a file that cannot be written is noticed before anything is sent. */
    Output openOutput() throws OutputException {
        Path file = output.getValue();
        return file == null ? Output.to(console.out()) : Output.to(file);
    }

    /** Shows what is counted from now on once it is closed; a file that cannot be written is noticed here. */
    Metering openMetering(Meters meters) throws OutputException {
        return Metering.of(meters, metrics.getValue());
    }

    /** Whether a person sees the result as it is printed. */
    boolean onTerminal() {
        return output.getValue() == null && console.terminal();
    }
}
