package dev.seatport.c3.internal.transport;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ErrorBody;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.failure.FieldViolation;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all of C3's operations share. */
public final class C3Protocol {
    public static final Vendor VENDOR = new Vendor("c3");

    private C3Protocol() {}

    /** Whether the envelope's {@code Status} says that the answer is good. */
    public static boolean succeeded(@Nullable String status) {
        return status != null && status.strip().equalsIgnoreCase("Success");
    }

    /** Reads the envelope of an answer that is not good. */
    public static ErrorBodyParser errorBodyParser() {
        return new C3ErrorBodyParser();
    }

    /**
     * The id of a customer, without which the row is passed over. The empty GUID identifies nothing.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank
     */
    public static String requireId(@Nullable String id, String path, ResponseContext answer) {
        if (id == null || !new CustomerId(VENDOR, id).isIdentifying()) {
            throw answer.unidentified(path);
        }
        return id;
    }

    /** Where a row stands in an envelope. */
    public static String rowPath(int row) {
        return "$.Data[" + row + "]";
    }

    /**
     * Reads C3's envelope of a failure ("Get License Consumption Report", error response). The sample misspells {@code Atribute};
     * the explanation does not: both are read. Codes are kept, prose and values are not.
     */
    private static final class C3ErrorBodyParser implements ErrorBodyParser {
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");
        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,63}");
        private static final String UNTOLD = "?";
        private static final int MOST_VIOLATIONS = 20;

        @Override
        public ErrorDetails read(int status, ErrorBody body) {
            String correlationId = body.text("RequestCorrelationID");
            if (!"error".equalsIgnoreCase(text(body, "Status").strip())) {
                return new ErrorDetails(null, null, List.of(), correlationId);
            }
            List<FieldViolation> violations = violations(body.objects("Data"));
            return new ErrorDetails(declared(status, violations), code(body), violations, correlationId);
        }

        private static String text(ErrorBody body, String field) {
            return Objects.requireNonNullElse(body.text(field), "");
        }

        /** An error without violations under a good HTTP status says nothing but that C3 could not answer. */
        private static @Nullable FailureKind declared(int status, List<FieldViolation> violations) {
            if (!violations.isEmpty()) {
                return FailureKind.INVALID_REQUEST;
            }
            return status >= 200 && status < 300 ? FailureKind.UNAVAILABLE : null;
        }

        private static @Nullable String code(ErrorBody body) {
            String message = text(body, "ErrorMessage");
            return CODE.matcher(message).matches() ? message : null;
        }

        private static List<FieldViolation> violations(List<ErrorBody> data) {
            return data.stream()
                    .limit(MOST_VIOLATIONS)
                    .map(entry -> {
                        String attribute = text(entry, entry.text("Atribute") == null ? "Attribute" : "Atribute");
                        String message = text(entry, "Message");
                        return new FieldViolation(
                                NAME.matcher(attribute).matches() ? attribute : UNTOLD,
                                CODE.matcher(message).matches() ? message : UNTOLD);
                    })
                    .toList();
        }
    }
}
