package dev.seatport.demo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Version, exit codes and settings in the help of every command. */
final class HelpText {
    private HelpText() {}

    /** Returns the version of the jar that runs. */
    static String version() {
        return Objects.requireNonNullElse(HelpText.class.getPackage().getImplementationVersion(), "(unpackaged)");
    }

    static void addTo(UsageMessageSpec usage) {
        usage.description("User seats and licenses of your customers, from the vendors that sell them.")
                .synopsisSubcommandLabel("COMMAND")
                .sortOptions(false)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes())
                .footerHeading("%nSettings, strongest first:%n")
                .footer(
                        "  SEATPORT_AVEPOINT_CLIENT_ID=... in the environment",
                        "  -Dseatport.avepoint.client-id=... for the Java process",
                        "  seatport.avepoint.client-id=... in the file of --config or SEATPORT_CONFIG",
                        "A setting that is missing is named, with its legal values.");
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "fine");
        codes.put("1", "the review found what --fail-on watches for");
        codes.put("2", "arguments or settings that cannot be used; nothing was sent");
        codes.put("3", "a vendor call failed before the first row; nothing was printed");
        codes.put("4", "a result was printed, and is known to be incomplete");
        codes.put("5", "the result could not be written");
        codes.put("70", "a bug of ours, or Java cannot start");
        codes.put("130", "interrupted");
        return codes;
    }
}
