package dev.seatport.avepoint.internal.customers;

import dev.seatport.domain.customer.CustomerServiceStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Job status of AvePoint: a number in the customer batch, a text in the older API. The texts are those of the batch document.
 */
enum JobStatus {
    NOT_AVAILABLE("0", "N/A", CustomerServiceStatus.NOT_AVAILABLE),
    WORKING("1", "Working", CustomerServiceStatus.WORKING),
    FAILED("2", "Failed", CustomerServiceStatus.FAILED),
    WAITING("3", "Waiting for configuration", CustomerServiceStatus.WAITING_FOR_CONFIGURATION),
    MULTIPLE_ISSUES("4", "Multiple issues found", CustomerServiceStatus.MULTIPLE_ISSUES),
    FINISHED_WITH_EXCEPTION("5", "Finished with exception", CustomerServiceStatus.FINISHED_WITH_EXCEPTION),
    NO_BACKUP_UPDATES("6", "No backup updates", CustomerServiceStatus.NO_BACKUP_UPDATES);

    private final String code;
    private final String label;
    private final CustomerServiceStatus status;

    JobStatus(String code, String label, CustomerServiceStatus status) {
        this.code = code;
        this.label = label;
        this.status = status;
    }

    /** Reported status: the domain value and the text of the vendor. */
    record MappedStatus(
            CustomerServiceStatus status, @Nullable String text) {}

    /** Parses a code or a text. Ignores letter case and white space. */
    static MappedStatus parse(@Nullable String reported) {
        if (reported == null || reported.isBlank()) {
            return new MappedStatus(CustomerServiceStatus.UNKNOWN, null);
        }
        String normalized = normalize(reported);
        Optional<JobStatus> known = Arrays.stream(values())
                .filter(candidate -> candidate.code.equals(normalized)
                        || normalize(candidate.label).equals(normalized))
                .findFirst();
        if (known.isEmpty()) {
            return new MappedStatus(CustomerServiceStatus.UNKNOWN, reported);
        }
        boolean isCode = known.get().code.equals(normalized);
        return new MappedStatus(known.get().status, isCode ? known.get().label : reported);
    }

    private static String normalize(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
