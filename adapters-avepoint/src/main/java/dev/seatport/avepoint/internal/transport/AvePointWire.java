package dev.seatport.avepoint.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.AnswerContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What all of AvePoint's operations share. */
public final class AvePointWire {
    public static final Vendor VENDOR = new Vendor("avepoint");
    /** The scope of tenant seats and product seats. */
    public static final String LICENSE_SCOPE = "elements.license.read.all";
    /** The scope of the customer batch. */
    public static final String CUSTOMERS_SCOPE = "elements.customers.read.all";
    /** The scope of the older family, {@code /partner/customers}. */
    public static final String PARTNER_SCOPE = "partner.customers.read.all";
    /** The largest page that a batch serves. */
    public static final int PAGE_SIZE = 100;

    private AvePointWire() {}

    /** The total of a page's metadata, if it has a usable one. */
    public static OptionalLong total(@Nullable PageMetadata metadata) {
        Long total = metadata == null ? null : metadata.totalCount();
        return total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /**
     * The rows of an answer whose member with that name must be a list.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing or {@code null}
     */
    public static <R> List<R> requireRows(@Nullable List<R> rows, String path, AnswerContext answer) {
        return Optional.ofNullable(rows).orElseThrow(() -> answer.malformed(path, "no list of rows"));
    }

    /**
     * A text that must be there.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or empty
     */
    public static String requireText(@Nullable String text, String path, AnswerContext answer) {
        return requireText(text, path, "", answer);
    }

    /**
     * A text that must be there.
     *
     * @param path where its row stands
     * @param field what is put behind it for the text, such as {@code .tenantId}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or empty
     */
    public static String requireText(@Nullable String text, String path, String field, AnswerContext answer) {
        if (text == null || text.isBlank()) {
            throw answer.malformed(path + field, "missing");
        }
        return text;
    }
}
