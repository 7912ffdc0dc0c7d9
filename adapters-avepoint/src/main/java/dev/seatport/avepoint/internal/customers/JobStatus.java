package dev.seatport.avepoint.internal.customers;

import dev.seatport.domain.customer.CustomerStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Job status of AvePoint: a number in the customer batch, a text in the older API. The texts are those of the batch document.
 */
enum JobStatus {
    NOT_AVAILABLE("0", "N/A", CustomerStatus.NOT_AVAILABLE),
    WORKING("1", "Working", CustomerStatus.WORKING),
    FAILED("2", "Failed", CustomerStatus.FAILED),
    WAITING("3", "Waiting for configuration", CustomerStatus.WAITING_FOR_CONFIGURATION),
    MULTIPLE_ISSUES("4", "Multiple issues found", CustomerStatus.MULTIPLE_ISSUES),
    FINISHED_WITH_EXCEPTION("5", "Finished with exception", CustomerStatus.FINISHED_WITH_EXCEPTION),
    NO_BACKUP_UPDATES("6", "No backup updates", CustomerStatus.NO_BACKUP_UPDATES);

    private final String code;
    private final String label;
    private final CustomerStatus status;

    JobStatus(String code, String label, CustomerStatus status) {
        this.code = code;
        this.label = label;
        this.status = status;
    }

    /** Reported status: the domain value and the text of the vendor. */
    record MappedStatus(CustomerStatus status, @Nullable String text) {}

    /** Parses a code or a text. Ignores letter case and white space. */
    static MappedStatus parse(@Nullable String reported) {
        if (reported == null || reported.isBlank()) {
            return new MappedStatus(CustomerStatus.UNKNOWN, null);
        }
        String normalized = normalize(reported);
        Optional<JobStatus> known = Arrays.stream(values())
                .filter(candidate -> candidate.code.equals(normalized)
                        || normalize(candidate.label).equals(normalized))
                .findFirst();
        if (known.isEmpty()) {
            return new MappedStatus(CustomerStatus.UNKNOWN, reported);
        }
        boolean isCode = known.get().code.equals(normalized);
        return new MappedStatus(known.get().status, isCode ? known.get().label : reported);
    }

    private static String normalize(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
