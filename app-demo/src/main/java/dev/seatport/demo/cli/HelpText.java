package dev.seatport.demo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
                .exitCodeList(exitCodes())
                .footerHeading("%nSettings, highest precedence first:%n")
                .footer(
                        "  SEATPORT_AVEPOINT_CLIENT_ID=... in the environment",
                        "  -Dseatport.avepoint.client-id=... as a Java system property",
                        "  seatport.avepoint.client-id=... in the file that",
                        "    --config or SEATPORT_CONFIG names",
                        "An error message names each missing setting and its allowed values.");
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
