package dev.seatport.demo.cli;

import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.report.Format;
import dev.seatport.demo.report.Output;
import dev.seatport.demo.report.OutputException;
import dev.seatport.demo.review.ReviewFormat;
import dev.seatport.demo.wiring.Meters;
import dev.seatport.demo.wiring.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command without a name: holds the options that every command has. */
final class SeatportCommand implements Runnable {
    private final Console console;
    private final HeadStart ahead;

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

    SeatportCommand(Console console, HeadStart ahead) {
        this.console = console;
        this.ahead = ahead;
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

    /** Heeds what the options say of the run as a whole. */
    void prepare() {
        if (verbose.<Boolean>getValue()) {
            Logs.tellMore();
        }
        requireApart(output, config);
        requireApart(output, metrics);
        requireApart(metrics, config);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    Console console() {
        return console;
    }

    /** What vendors run on; whoever takes it closes it. */
    Resources resources() {
        return ahead.take();
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

    Settings settings() {
        Settings settings = Settings.gather(console.environment(), console.properties(), config.getValue());
        if (config.getValue() == null) {
            settings.path(Setting.CONFIG).ifPresent(file -> requireUnwritten(Setting.CONFIG.key(), file));
        }
        return settings;
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

    /** One file for two things would be what was written last. */
    private static void requireApart(OptionSpec one, OptionSpec other) {
        if (isOneFile(one.getValue(), other.getValue())) {
            throw new UsageException(
                    one.longestName() + " and " + other.longestName() + " name one file; legal: a file for each");
        }
    }

    /** A file that an option of one command names must be none that this writes to. */
    void requireUnwritten(String option, Path file) {
        for (OptionSpec written : List.of(output, metrics)) {
            if (isOneFile(written.getValue(), file)) {
                throw new UsageException(
                        written.longestName() + " and " + option + " name one file; legal: a file for each");
            }
        }
    }

    /** Whether both name a file that writing to one would change for the other, by whatever path; devices are not changed. */
    private static boolean isOneFile(@Nullable Path one, @Nullable Path other) {
        if (one == null || other == null || (Files.exists(one) && !Files.isRegularFile(one))) {
            return false;
        }
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || Files.isSameFile(one, other);
        } catch (IOException e) {
            // One of them is not there yet, so it is not the other.
            return false;
        }
    }

    /** Whether a person sees the result as it is printed. */
    boolean onTerminal() {
        return output.getValue() == null && console.terminal();
    }
}
