package dev.seatport.c3.internal.transport;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.failure.RejectedRequestField;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Response envelope, error body and checks that all C3 operations share. */
public final class C3ResponseConventions {
    public static final Vendor VENDOR = new Vendor("c3");

    private C3ResponseConventions() {}

    /** Returns whether the {@code Status} of the envelope is {@code Success}. */
    public static boolean succeeded(@Nullable String status) {
        return status != null && status.strip().equalsIgnoreCase("Success");
    }

    /** Returns the parser of error envelopes. */
    public static ErrorBodyParser errorBodyParser() {
        return new C3ErrorBodyParser();
    }

    /**
     * Returns the id of a customer. A listing skips a row without an id.
     *
     * @param path JSON path of the id
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the id is missing, {@code null}, blank or the
     *     empty GUID
     */
    public static String requireId(@Nullable String id, String path, ResponseContext context) {
        if (id == null || !new CustomerId(VENDOR, id).isIdentifying()) {
            throw context.missingId(path);
        }
        return id;
    }

    /** Returns the JSON path of a row in an envelope. */
    public static String rowPath(int row) {
        return "$.Data[" + row + "]";
    }

    /**
     * Parser of C3's error envelope ("Get License Consumption Report", error response). The sample spells {@code Atribute}, the
     * explanation {@code Attribute}: both are accepted. Keeps codes, and drops prose and values.
     */
    private static final class C3ErrorBodyParser implements ErrorBodyParser {
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");
        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,63}");
        /** Replaces a text that may hold customer data. */
        private static final String REDACTED = "?";

        private static final int MAX_VIOLATIONS = 20;

        @Override
        public ErrorDetails parse(int status, ErrorBodyFields body) {
            String correlationId = body.text("RequestCorrelationID");
            if (!"error".equalsIgnoreCase(text(body, "Status").strip())) {
                return new ErrorDetails(null, null, List.of(), correlationId);
            }
            List<RejectedRequestField> violations = violations(body.objects("Data"));
            return new ErrorDetails(failureKind(status, violations), code(body), violations, correlationId);
        }

        private static String text(ErrorBodyFields body, String field) {
            return Objects.requireNonNullElse(body.text(field), "");
        }

        /**
         * Returns the failure kind of an error envelope. An error without violations under a 2xx status is {@code UNAVAILABLE}.
         *
         * @return {@code null} if the HTTP status decides
         */
        private static @Nullable FailureKind failureKind(int status, List<RejectedRequestField> violations) {
            if (!violations.isEmpty()) {
                return FailureKind.INVALID_REQUEST;
            }
            return status >= 200 && status < 300 ? FailureKind.UNAVAILABLE : null;
        }

        private static @Nullable String code(ErrorBodyFields body) {
            String message = text(body, "ErrorMessage");
            return CODE.matcher(message).matches() ? message : null;
        }

        private static List<RejectedRequestField> violations(List<ErrorBodyFields> data) {
            return data.stream()
                    .limit(MAX_VIOLATIONS)
                    .map(entry -> {
                        String attribute = text(entry, entry.text("Atribute") == null ? "Attribute" : "Atribute");
                        String message = text(entry, "Message");
                        return new RejectedRequestField(
                                NAME.matcher(attribute).matches() ? attribute : REDACTED,
                                CODE.matcher(message).matches() ? message : REDACTED);
                    })
                    .toList();
        }
    }
}
