package dev.seatport.avepoint.internal.customers;

import dev.seatport.domain.customer.CustomerStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * AvePoint's job status: a number in the customer batch, a word in the older family. The words of the numbers are those of the
 * batch's document.
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
    private final String word;
    private final CustomerStatus meaning;

    JobStatus(String code, String word, CustomerStatus meaning) {
        this.code = code;
        this.word = word;
        this.meaning = meaning;
    }

    /** What was reported, in our words and in the vendor's. */
    record MappedStatus(CustomerStatus meaning, @Nullable String text) {}

    /** Reads a number or a word; letter case and blanks do not matter. */
    static MappedStatus read(@Nullable String reported) {
        if (reported == null || reported.isBlank()) {
            return new MappedStatus(CustomerStatus.UNKNOWN, null);
        }
        String wanted = squeeze(reported);
        Optional<JobStatus> known = Arrays.stream(values())
                .filter(status ->
                        status.code.equals(wanted) || squeeze(status.word).equals(wanted))
                .findFirst();
        if (known.isEmpty()) {
            return new MappedStatus(CustomerStatus.UNKNOWN, reported);
        }
        boolean number = known.get().code.equals(wanted);
        return new MappedStatus(known.get().meaning, number ? known.get().word : reported);
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
