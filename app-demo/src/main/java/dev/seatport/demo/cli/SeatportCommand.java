package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.report.Format;
import dev.seatport.demo.report.Output;
import dev.seatport.demo.report.OutputException;
import dev.seatport.demo.review.ReviewFormat;
import dev.seatport.demo.wiring.Meters;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a name: holds the options that every command has. */
@Command(
        name = "seatport",
        description = "User seats and licenses of your customers, from the vendors that sell them.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:the review found what --fail-on watches for",
            "2:arguments or settings that cannot be used; nothing was sent",
            "3:a vendor call failed before the first row; nothing was printed",
            "4:a result was printed, and is known to be incomplete",
            "5:the result could not be written",
            "70:a bug of ours",
            "130:interrupted"
        },
        footerHeading = "%nSettings, strongest first:%n",
        footer = {
            "  SEATPORT_AVEPOINT_CLIENT_ID=... in the environment",
            "  -Dseatport.avepoint.client-id=... for the Java process",
            "  seatport.avepoint.client-id=... in the file of --config or SEATPORT_CONFIG",
            "A setting that is missing is named, with its legal values."
        },
        subcommands = {
            DemoCommand.class,
            SandboxCommand.class,
            CustomersCommand.class,
            CustomerCommand.class,
            TenantSeatsCommand.class,
            ProductSeatsCommand.class,
            ProductsCommand.class,
            LicensesCommand.class,
            ReviewCommand.class,
            DoctorCommand.class
        })
final class SeatportCommand implements Runnable {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "table, json, ndjson or csv; html too for a review (default: table)")
    private ReviewFormat format = ReviewFormat.TABLE;

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "write the result to a file, whole or not at all")
    private @Nullable Path output;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "read settings from a properties file")
    private @Nullable Path config;

    @Option(
            names = "--metrics",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "write what was counted on the way to the vendors, for Prometheus")
    private @Nullable Path metrics;

    SeatportCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "tell on stderr what is going on")
    void verbose(boolean wanted) {
        if (wanted) {
            Logs.tellMore();
        }
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    Console console() {
        return console;
    }

    /** The format of anything but a review. */
    Format format() {
        if (format == ReviewFormat.HTML) {
            throw new UsageException("html is a format of 'seatport review' only; legal: table, json, ndjson, csv");
        }
        return Format.valueOf(format.name());
    }

    ReviewFormat reviewFormat() {
        return format;
    }

    /** Whether a review's lines appear on the terminal while it goes on. */
    boolean streamsToTerminal() {
        return format == ReviewFormat.NDJSON && onTerminal();
    }

    Settings settings() {
        return Settings.gather(console.environment(), console.properties(), config);
    }

    /** Where the result goes; a file that cannot be written is noticed before anything is sent. */
    Output openOutput() throws OutputException {
        return output == null ? Output.to(console.out()) : Output.to(output);
    }

    /** Shows what is counted from now on once it is closed; a file that cannot be written is noticed here. */
    Metering openMetering(Meters meters) throws OutputException {
        return Metering.of(meters, metrics);
    }

    /** Whether the result goes to that file. */
    boolean writesTo(Path file) {
        return output != null
                && output.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize());
    }

    /** Whether a person sees the result as it is printed. */
    boolean onTerminal() {
        return output == null && console.terminal();
    }
}
