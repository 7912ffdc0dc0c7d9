package dev.seatport.c3.internal.transport;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.FailureReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all of C3's operations share. */
public final class C3Wire {
    public static final Vendor VENDOR = new Vendor("c3");

    private C3Wire() {}

    /** Whether the envelope's {@code Status} says that the answer is good. */
    public static boolean succeeded(@Nullable String status) {
        return status != null && status.strip().equalsIgnoreCase("Success");
    }

    /** Reads the envelope of an answer that is not good. */
    public static FailureReader failureReader() {
        return new C3FailureReader();
    }

    /**
     * The rows of a good envelope.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if they are missing or {@code null}
     */
    public static <R> List<R> requireRows(@Nullable List<R> data, AnswerContext answer) {
        return Optional.ofNullable(data).orElseThrow(() -> answer.malformed("$.Data", "no list of rows"));
    }

    /**
     * A text that must be there.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank
     */
    public static String requireText(@Nullable String text, String path, AnswerContext answer) {
        return requireText(text, path, "", answer);
    }

    /**
     * A text that must be there.
     *
     * @param path where its row stands
     * @param field what is put behind it for the text, such as {@code .ProductSkuId}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank
     */
    public static String requireText(@Nullable String text, String path, String field, AnswerContext answer) {
        if (text == null || text.isBlank()) {
            throw answer.malformed(path + field, "missing");
        }
        return text;
    }

    /**
     * The id of a customer, without which the row is passed over. The empty GUID identifies nothing.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank
     */
    public static String requireId(@Nullable String id, String path, AnswerContext answer) {
        if (id == null || !new CustomerId(VENDOR, id).isIdentifying()) {
            throw answer.unidentified(path);
        }
        return id;
    }

    /** Where a row stands in an envelope. */
    public static String rowPath(int row) {
        return "$.Data[" + row + "]";
    }
}
