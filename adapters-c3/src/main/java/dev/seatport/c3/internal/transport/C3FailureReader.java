package dev.seatport.c3.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.FailureDetails;
import dev.seatport.http.FailureReader;
import dev.seatport.ports.failure.FieldViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads C3's envelope of a failure ("Get License Consumption Report", error response). The sample misspells {@code Atribute};
 * the explanation does not: both are read. Codes are kept, prose and values are not.
 */
final class C3FailureReader implements FailureReader {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,63}");
    private static final String UNTOLD = "?";
    private static final int MOST_VIOLATIONS = 20;

    @Override
    public FailureDetails read(int status, @Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            return FailureDetails.NONE;
        }
        String correlationId = body.path("RequestCorrelationID").asText(null);
        if (!body.path("Status").asText("").strip().equalsIgnoreCase("Error")) {
            return new FailureDetails(null, null, List.of(), correlationId);
        }
        List<FieldViolation> violations = violations(body.path("Data"));
        return new FailureDetails(declared(status, violations), code(body), violations, correlationId);
    }

    /** An error without violations under a good HTTP status says nothing but that C3 could not answer. */
    private static @Nullable FailureKind declared(int status, List<FieldViolation> violations) {
        if (!violations.isEmpty()) {
            return FailureKind.INVALID_REQUEST;
        }
        return status >= 200 && status < 300 ? FailureKind.UNAVAILABLE : null;
    }

    private static @Nullable String code(JsonNode body) {
        String message = body.path("ErrorMessage").asText("");
        return CODE.matcher(message).matches() ? message : null;
    }

    private static List<FieldViolation> violations(JsonNode data) {
        List<FieldViolation> violations = new ArrayList<>();
        for (JsonNode entry : data) {
            if (entry.isObject() && violations.size() < MOST_VIOLATIONS) {
                String attribute =
                        entry.path("Atribute").asText(entry.path("Attribute").asText(UNTOLD));
                String message = entry.path("Message").asText(UNTOLD);
                violations.add(new FieldViolation(
                        NAME.matcher(attribute).matches() ? attribute : UNTOLD,
                        CODE.matcher(message).matches() ? message : UNTOLD));
            }
        }
        return violations;
    }
}
