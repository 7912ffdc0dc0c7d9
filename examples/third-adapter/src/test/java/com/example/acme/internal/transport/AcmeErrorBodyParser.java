package com.example.acme.internal.transport;

import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.ports.failure.RejectedRequestField;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

// begin: failures
/** Parses {@code {"error": {"code": ..., "fields": [{"name": ..., "problem": ...}]}}}. Keeps codes and drops prose. */
final class AcmeErrorBodyParser implements ErrorBodyParser {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,63}");

    @Override
    public ErrorDetails parse(int status, ErrorBodyFields body) {
        ErrorBodyFields error = body.object("error");
        List<RejectedRequestField> violations = error.objects("fields").stream()
                .map(field -> new RejectedRequestField(
                        codeOrRedacted(field.text("name")), codeOrRedacted(field.text("problem"))))
                .toList();
        // null: the HTTP status sets the failure kind, as for all vendors.
        return new ErrorDetails(null, codeOrRedacted(error.text("code")), violations, null);
    }

    private static String codeOrRedacted(@Nullable String text) {
        return text != null && CODE.matcher(text).matches() ? text : "?";
    }
}
// end: failures
