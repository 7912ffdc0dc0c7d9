package com.example.acme.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.FailureDetails;
import dev.seatport.http.FailureReader;
import dev.seatport.ports.failure.FieldViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

// begin: failures
/** Reads {@code {"error": {"code": ..., "fields": [{"name": ..., "problem": ...}]}}}. Codes are kept, prose is not. */
final class AcmeFailureReader implements FailureReader {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{0,63}");

    @Override
    public FailureDetails read(int status, @Nullable JsonNode body) {
        if (body == null) {
            return FailureDetails.NONE;
        }
        JsonNode error = body.path("error");
        List<FieldViolation> violations = new ArrayList<>();
        for (JsonNode field : error.path("fields")) {
            violations.add(new FieldViolation(word(field.path("name")), word(field.path("problem"))));
        }
        // null: the HTTP status says which kind of failure it is, as the table of all vendors has it.
        return new FailureDetails(null, word(error.path("code")), violations, null);
    }

    private static String word(JsonNode node) {
        return WORD.matcher(node.asText("")).matches() ? node.asText() : "?";
    }
}
// end: failures
