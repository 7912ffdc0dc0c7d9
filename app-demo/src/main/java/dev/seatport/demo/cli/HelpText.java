package dev.seatport.demo.cli;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.reports.output.TextWidth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts: version, layout of the help of a command, examples, and the topics of {@code seatport help}. */
final class HelpText {
    /** Topic with the exit codes. */
    static final String EXIT_CODES = "exit-codes";

    /** Topic with all settings. */
    static final String SETTINGS = "settings";

    private static final String LINE = System.lineSeparator();
    private static final int TOPIC_COLUMNS = 100;

    private HelpText() {}

    /** Returns the version of the running jar. */
    static String version() {
        return Objects.requireNonNullElse(HelpText.class.getPackage().getImplementationVersion(), "(unpackaged)");
    }

    static void addTo(UsageMessageSpec usage) {
        usage.description("Reads your customers' user seats and licenses from the vendors, and reports differences.")
                .synopsisSubcommandLabel("COMMAND")
                .sortOptions(false);
    }

    /**
     * Sets the sections of the help of the root command and its subcommands. The help of a subcommand has its own options only; that of
     * the root has those of every command.
     */
    static void addSectionsTo(CommandLine command) {
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(command.getHelpSectionMap());
        sections.put(
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                help -> isRoot(help) ? "seatport [OPTIONS] COMMAND" + LINE : synopsis(help.commandSpec()));
        sections.put(
                UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> isRoot(help) ? help.optionList() : ownOptions(help));
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> isRoot(help) ? rootFooter() : footer(help.commandSpec().name()));
        command.setHelpSectionMap(sections);
    }

    private static boolean isRoot(Help help) {
        return help.commandSpec().parent() == null;
    }

    private static String synopsis(CommandSpec spec) {
        return Stream.of(
                                Stream.of(spec.qualifiedName()),
                                spec.options().stream()
                                        .filter(OptionSpec::required)
                                        .map(option -> option.longestName() + "=" + option.paramLabel()),
                                Stream.of("[OPTIONS]"),
                                spec.positionalParameters().stream()
                                        .map(argument -> argument.required()
                                                ? argument.paramLabel()
                                                : "[" + argument.paramLabel() + "]"))
                        .flatMap(words -> words)
                        .collect(Collectors.joining(" "))
                + LINE;
    }

    private static String ownOptions(Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();
        return own.isEmpty() ? "" : help.optionListExcludingGroups(own);
    }

    private static String rootFooter() {
        return String.join(
                LINE,
                "",
                "First steps:",
                "  $ seatport demo                 a review of simulated vendors",
                "  $ seatport help settings        what a review of your customers needs",
                "  $ seatport help review          options and examples of one command",
                "  $ seatport help exit-codes      for scripts",
                "");
    }

    private static String footer(String command) {
        List<String> examples = examples(command);
        String shown = examples.isEmpty()
                ? ""
                : LINE + "Examples:" + LINE
                        + examples.stream()
                                .map(example -> "  $ seatport " + example + LINE)
                                .collect(Collectors.joining());
        return shown + LINE
                + "For --format, --output, --config and other shared options: seatport --help" + LINE
                + "See also: seatport help settings, seatport help exit-codes" + LINE;
    }

    /** Returns two examples of a command, without the name of the program. */
    private static List<String> examples(String command) {
        return switch (command) {
            case "demo" -> List.of("demo", "demo --customers 400 --format html --output demo.html");
            case "init" -> List.of("init", "init partner.properties --force");
            case "sandbox" ->
                List.of(
                        "sandbox --output sandbox.properties",
                        "sandbox --port 8080 --faults \"429:share=0.1,retry-after=1\"");
            case "customers" -> List.of("customers", "customers --format csv --bom --output customers.csv");
            case "customer" -> List.of("customer 4711", "customer 4711 --format json");
            case "tenant-seats" -> List.of("tenant-seats 4711", "tenant-seats 4711 --kind google --format csv");
            case "product-seats" ->
                List.of(
                        "product-seats 4711 --product 2048",
                        "product-seats 4711 --product \"Cloud Backup for Salesforce\"");
            case "products" -> List.of("products", "products --format json");
            case "licenses" -> List.of("licenses CUSTOMER TENANT", "licenses CUSTOMER TENANT --format json");
            case "review" ->
                List.of(
                        "review --policy review.yaml --format html --output review.html",
                        "review --only backup-shortfall --fail-on critical");
            case "doctor" -> List.of("doctor", "doctor --config partner.properties --policy review.yaml");
            case "help" -> List.of("help review", "help exit-codes");
            default -> List.of();
        };
    }

    /** Returns the topic {@link #EXIT_CODES}. */
    static String exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "success");
        codes.put("1", "the review is complete, and has a finding that --fail-on selects");
        codes.put("2", "the arguments, settings or policy cannot be used; no request was sent");
        codes.put("3", "a vendor call failed before the first row; nothing was printed");
        codes.put("4", "a result was printed and is incomplete; standard error names what is missing");
        codes.put("5", "the result could not be written; the previous file is unchanged");
        codes.put("70", "internal error, or Java cannot start");
        codes.put("130", "interrupted");
        codes.put("141", "the program that reads the output ended first");
        return "Exit codes:" + LINE
                + codes.entrySet().stream()
                        .map(code -> String.format(Locale.ROOT, "  %-5s %s%n", code.getKey(), code.getValue()))
                        .collect(Collectors.joining());
    }

    /** Returns the topic {@link #SETTINGS}: the sources, and each setting with its allowed values. */
    static String settings(List<VendorPlugin> plugins) {
        StringBuilder text = new StringBuilder();
        plugins.stream()
                .flatMap(plugin -> plugin.settings().all().stream())
                .filter(Setting::isRequired)
                .findFirst()
                .ifPresent(example -> text.append(String.join(
                        LINE,
                        "Sources of a setting, highest precedence first:",
                        "  " + example.variable() + "=... in the environment",
                        "  -D" + example.key() + "=... as a Java system property",
                        "  " + example.key() + "=... in the file that --config or SEATPORT_CONFIG names",
                        "")));
        for (VendorPlugin plugin : plugins) {
            addSettings(text, plugin.displayName(), plugin.settings().all());
        }
        addSettings(text, "Reviews and network", CommonSettings.ALL);
        return text.toString();
    }

    private static void addSettings(StringBuilder text, String title, List<Setting<?>> settings) {
        text.append(LINE).append(title).append(":").append(LINE);
        for (Setting<?> setting : settings) {
            text.append("  ")
                    .append(setting.key())
                    .append(setting.isRequired() ? " (required)" : "")
                    .append(LINE);
            TextWidth.wrap(setting.allowedValues(), TOPIC_COLUMNS - 6)
                    .forEach(line -> text.append("      ").append(line).append(LINE));
        }
    }
}
