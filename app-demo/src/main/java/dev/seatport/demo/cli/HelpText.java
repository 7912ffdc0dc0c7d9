package dev.seatport.demo.cli;

import dev.seatport.demo.config.Setting;
import dev.seatport.demo.plugin.VendorPlugin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help text that all commands share: version, exit codes, settings. */
final class HelpText {
    private HelpText() {}

    /** Returns the version of the running jar. */
    static String version() {
        return Objects.requireNonNullElse(HelpText.class.getPackage().getImplementationVersion(), "(unpackaged)");
    }

    static void addTo(UsageMessageSpec usage) {
        usage.description("Reads your customers' user seats and licenses from the vendors, and reports differences.")
                .synopsisSubcommandLabel("COMMAND")
                .sortOptions(false)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
    }

    /**
     * Adds the sources of the settings to the root command and its subcommands. The help of the root has a placeholder in its example,
     * because the name of a vendor would load the classes of all vendors.
     */
    static void addSettingsTo(CommandLine command, CommandContext context) {
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(command.getHelpSectionMap());
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> help.commandSpec().parent() == null
                        ? settings("SEATPORT_<VENDOR>_CLIENT_ID", "seatport.<vendor>.client-id")
                        : settings(context.plugins()));
        command.setHelpSectionMap(sections);
    }

    /** Returns the sources with a setting of the first vendor that needs one. */
    private static String settings(List<VendorPlugin> plugins) {
        return plugins.stream()
                .flatMap(plugin -> plugin.settings().all().stream())
                .filter(Setting::isRequired)
                .findFirst()
                .map(example -> settings(example.variable(), example.key()))
                .orElse("");
    }

    private static String settings(String variable, String key) {
        return String.join(
                System.lineSeparator(),
                "",
                "Settings, highest precedence first:",
                "  " + variable + "=... in the environment",
                "  -D" + key + "=... as a Java system property",
                "  " + key + "=... in the file that",
                "    --config or SEATPORT_CONFIG names",
                "An error message names each missing setting and its allowed values.",
                "");
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "success");
        codes.put("1", "the review has a finding that --fail-on selects");
        codes.put("2", "invalid arguments or settings; no request was sent");
        codes.put("3", "a vendor call failed before the first row; nothing was printed");
        codes.put("4", "a result was printed and is incomplete");
        codes.put("5", "the result could not be written");
        codes.put("70", "internal error, or Java cannot start");
        codes.put("130", "interrupted");
        return codes;
    }
}
