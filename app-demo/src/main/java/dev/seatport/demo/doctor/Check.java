package dev.seatport.demo.doctor;

import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.TableSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check came to.
 *
 * @param vendor whose
 * @param name what was checked
 * @param what what works, or does not, or was not tried
 * @param advice what to do about it; {@code null} if there is nothing to do
 */
public record Check(
        String vendor,
        String name,
        Status status,
        String what,
        @Nullable String advice) {

    /** How checks are shown. */
    public static final TableSchema<Check> SHAPE = new TableSchema<>(List.of(
            new Column<>("vendor", "vendor", Check::vendor),
            new Column<>("check", "check", Check::name),
            new Column<>("status", "status", check -> check.status().word()),
            new Column<>("what", "what", Check::what),
            new Column<>("advice", "what to do", Check::advice)));

    /** How it stands; the words are for scripts too. */
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

    static Check ok(String vendor, String name, String what, @Nullable String advice) {
        return new Check(vendor, name, Status.OK, what, advice);
    }

    static Check warn(String vendor, String name, String what, String advice) {
        return new Check(vendor, name, Status.WARN, what, advice);
    }

    static Check failed(String vendor, String name, String what, String advice) {
        return new Check(vendor, name, Status.FAILED, what, advice);
    }

    static Check skipped(String vendor, String name, String what, @Nullable String advice) {
        return new Check(vendor, name, Status.SKIPPED, what, advice);
    }
}
