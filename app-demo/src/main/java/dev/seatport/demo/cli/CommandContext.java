package dev.seatport.demo.cli;

import dev.seatport.application.customers.CustomerResolver;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsSource;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.format.ReviewOutputOptions;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.RowFormat;
import dev.seatport.reports.output.RowWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Context of one run of the command line: console, settings, component factory, inherited options. Confined to one thread. */
final class CommandContext {
    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CommandEnvironment environment;
    private final Supplier<SeatportComponent.Factory> components;
    private @Nullable SettingsSource settings;
    private @Nullable List<VendorPlugin> plugins;

    private final OptionSpec format = inherited("--format")
            .type(ReviewFormat.class)
            .initialValue(ReviewFormat.TABLE)
            .paramLabel("FORMAT")
            .description("table, json, ndjson or csv; for a review also html (default: table)")
            .build();

    private final OptionSpec output = inherited("--output")
            .type(Path.class)
            .paramLabel("FILE")
            .description("write the result to FILE, completely or not at all; - is standard output")
            .build();

    private final OptionSpec config = inherited("--config")
            .type(Path.class)
            .paramLabel("FILE")
            .description("read settings from a properties file in UTF-8")
            .build();

    private final OptionSpec metrics = inherited("--metrics")
            .type(Path.class)
            .paramLabel("FILE")
            .description("write metrics of the vendor calls to FILE, in the Prometheus text format")
            .build();

    private final OptionSpec byteOrderMark = inherited("--bom")
            .type(boolean.class)
            .initialValue(false)
            .description("csv: begin with a byte order mark, so that spreadsheets show every letter correctly")
            .build();

    private final OptionSpec verbose = inherited("-v", "--verbose")
            .type(boolean.class)
            .initialValue(false)
            .description("write a debug log to stderr")
            .build();

    CommandContext(CommandEnvironment environment, Supplier<SeatportComponent.Factory> components) {
        this.environment = environment;
        this.components = components;
    }

    /** Returns an option that all subcommands inherit from the root command. */
    private static OptionSpec.Builder inherited(String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                .scopeType(ScopeType.INHERIT);
    }

    /** Adds the inherited options to the root command. */
    void addOptionsTo(CommandSpec root) {
        root.addOption(format)
                .addOption(output)
                .addOption(config)
                .addOption(metrics)
                .addOption(byteOrderMark)
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

    /** Returns a command with these arguments. It applies the inherited options before its action runs. */
    CommandSpec command(Callable<Integer> action, ArgSpec... arguments) {
        Callable<Integer> call = () -> {
            if (verbose.<Boolean>getValue()) {
                SystemPropertyDefaults.enableLog();
            }
            requireUsableOptions();
            requireDistinctFiles(arguments);
            return action.call();
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(call);
        for (ArgSpec argument : arguments) {
            spec.add(argument);
        }
        return spec;
    }

    private void requireUsableOptions() {
        if (STANDARD_OUTPUT.equals(metrics.<Path>getValue())) {
            throw new UsageException("--metrics cannot write to standard output, which has the result; name a file");
        }
        if (byteOrderMark.<Boolean>getValue() && reviewFormat() != ReviewFormat.CSV) {
            throw new UsageException("--bom needs --format csv; the other formats have no byte order mark");
        }
    }

    /** Rejects {@code --config} for a command that would ignore it. */
    void rejectConfig(String reason) {
        reject(config, reason);
    }

    /** Rejects {@code --metrics} for a command that sends no requests. */
    void rejectMetrics(String reason) {
        reject(metrics, reason);
    }

    private static void reject(OptionSpec option, String reason) {
        if (option.getValue() != null) {
            throw new UsageException(option.longestName() + " has no effect here: " + reason + "; leave it out");
        }
    }

    private void requireDistinctFiles(ArgSpec... arguments) {
        FileConflictDetector files = new FileConflictDetector();
        if (!writesToStandardOutput()) {
            files.add(output);
        }
        files.add(metrics);
        files.add(config);
        for (ArgSpec argument : arguments) {
            if (argument instanceof OptionSpec option && option.type() == Path.class) {
                files.add(option);
            }
        }
        files.requireDistinct(() -> settingsSource().files());
    }

    CommandEnvironment environment() {
        return environment;
    }

    SeatportComponent.Factory components() {
        return components.get();
    }

    /** Returns the plugins of the wired vendors, in alphabetical order. Needs no settings. Their ports must not be used. */
    List<VendorPlugin> plugins() {
        if (plugins == null) {
            plugins = SeatportComponent.plugins(components());
        }
        return plugins;
    }

    /** Returns a resolver of the customers that an argument names. It prints the customer if the argument is a part of its name. */
    CustomerResolver customers(Vendor vendor, CustomerDirectory directory) {
        return new CustomerResolver(
                vendor,
                directory,
                customer -> environment.printMessage(
                        "reading " + customer.organization().orElse("") + " ("
                                + customer.id().value() + ")"));
    }

    /** Returns the settings of this process. */
    Settings settings() {
        return settingsSource().settings();
    }

    private SettingsSource settingsSource() {
        if (settings == null) {
            settings = new SettingsSource(
                    environment.variables(),
                    environment.properties(),
                    config.getValue(),
                    plugins().stream().map(VendorPlugin::settings).toList());
        }
        return settings;
    }

    /**
     * Returns the format of the result of any command except a review.
     *
     * @throws UsageException if the format is HTML
     */
    RowFormat format() {
        ReviewFormat selected = reviewFormat();
        if (selected == ReviewFormat.HTML) {
            throw new UsageException("only 'seatport review' can write html; allowed values: table, json, ndjson, csv");
        }
        return RowFormat.valueOf(selected.name());
    }

    /** Returns a writer of a listing in the format of the result. */
    <V> RowWriter<V> rows(List<Column<V>> columns, Writer out) {
        return format().rows(columns, out, writesToTerminal(), resultWidth());
    }

    /** Returns a writer of one row in the format of the result. */
    <V> RowWriter<V> one(List<Column<V>> columns, Writer out) {
        return format().one(columns, out, writesToTerminal(), resultWidth());
    }

    ReviewFormat reviewFormat() {
        return format.getValue();
    }

    /**
     * Opens the file or stream of the result. Call it before the first request.
     *
     * @throws OutputException if the file cannot be written
     */
    Output openOutput() throws OutputException {
        Output out = writesToStandardOutput() ? Output.to(environment.out()) : Output.to(output.<Path>getValue());
        if (byteOrderMark.<Boolean>getValue()) {
            try {
                out.writer().write(BYTE_ORDER_MARK);
            } catch (IOException e) {
                throw out.unwritable();
            }
        }
        return out;
    }

    private boolean writesToStandardOutput() {
        Path file = output.getValue();
        return file == null || STANDARD_OUTPUT.equals(file);
    }

    /** Prints a text as the result. Returns {@link ExitCode#SUCCESS}. */
    int print(String text) throws OutputException {
        try (Output out = openOutput()) {
            return VendorCommandRunner.write(out, () -> out.writer().write(text));
        }
    }

    /** Returns whether {@code --output} names a file. */
    boolean hasOutputFile() {
        return output.getValue() != null;
    }

    /** Opens the file of {@code --metrics}. Returns {@code null} without that option. */
    @Nullable
    Output openMetrics() throws OutputException {
        Path file = metrics.getValue();
        return file == null ? null : Output.to(file);
    }

    /** Returns whether the result goes to a terminal. */
    boolean writesToTerminal() {
        return writesToStandardOutput() && environment.terminal();
    }

    /** Returns whether the lines of a review appear on the terminal while the review runs. */
    boolean streamsToTerminal() {
        return reviewFormat() == ReviewFormat.NDJSON && writesToTerminal();
    }

    /** Returns a builder with the layout of the result of a review that the terminal decides. */
    ReviewOutputOptions.Builder reviewOutputOptions() {
        return ReviewOutputOptions.builder()
                .palette(palette())
                .terminal(writesToTerminal())
                .width(resultWidth());
    }

    /** Returns the width of the terminal; {@link ReviewOutputOptions#UNBOUNDED} if the result goes to a file or a pipe. */
    int resultWidth() {
        return writesToTerminal()
                ? TerminalInfo.currentColumns(environment.variables()).getAsInt()
                : ReviewOutputOptions.UNBOUNDED;
    }

    /** Returns the colours of the result: none unless a terminal shows it. */
    Palette palette() {
        return writesToTerminal() && environment.usesColours() ? Palette.COLOURED : Palette.PLAIN;
    }
}
