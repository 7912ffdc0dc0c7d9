package dev.seatport.demo.doctor;

import dev.seatport.reports.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of one check.
 *
 * @param vendor name of the checked vendor
 * @param name name of the check
 * @param what description of the result
 * @param advice instruction for the user; {@code null} if there is nothing to do
 */
public record CheckResult(
        String vendor,
        String name,
        Status status,
        String what,
        @Nullable String advice) {

    /** Columns of a check in the result. */
    public static final List<Column<CheckResult>> COLUMNS = List.of(
            new Column<>("vendor", "vendor", CheckResult::vendor),
            new Column<>("check", "check", CheckResult::name),
            new Column<>("status", "status", check -> check.status().word()),
            new Column<>("what", "what", CheckResult::what),
            new Column<>("advice", "what to do", CheckResult::advice));

    /** Status of a check. The words are a contract of the command line. */
    public enum Status {
        OK("ok"),
        WARN("warn"),
        FAILED("failed"),
        SKIPPED("skipped");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Returns a passed check. */
    public static CheckResult ok(String vendor, String name, String what, @Nullable String advice) {
        return new CheckResult(vendor, name, Status.OK, what, advice);
    }

    static CheckResult warn(String vendor, String name, String what, String advice) {
        return new CheckResult(vendor, name, Status.WARN, what, advice);
    }

    /** Returns a failed check. */
    public static CheckResult failed(String vendor, String name, String what, String advice) {
        return new CheckResult(vendor, name, Status.FAILED, what, advice);
    }

    static CheckResult skipped(String vendor, String name, String what, @Nullable String advice) {
        return new CheckResult(vendor, name, Status.SKIPPED, what, advice);
    }

    /** Returns a failed check of the settings. Splits the message of a failure into the problem and the allowed values. */
    public static CheckResult failedSettings(String vendor, String message) {
        int allowed = message.indexOf("; allowed values: ");
        return allowed < 0
                ? failed(vendor, "settings", message, "correct the setting")
                : failed(vendor, "settings", message.substring(0, allowed), message.substring(allowed + 2));
    }
}
