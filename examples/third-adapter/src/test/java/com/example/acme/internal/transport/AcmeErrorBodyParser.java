package com.example.acme.internal.transport;

import dev.seatport.http.spi.ErrorBody;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.ports.failure.FieldViolation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

// begin: failures
/** Reads {@code {"error": {"code": ..., "fields": [{"name": ..., "problem": ...}]}}}. Codes are kept, prose is not. */
final class AcmeErrorBodyParser implements ErrorBodyParser {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{0,63}");

    @Override
    public ErrorDetails read(int status, ErrorBody body) {
        ErrorBody error = body.object("error");
        List<FieldViolation> violations = error.objects("fields").stream()
                .map(field -> new FieldViolation(word(field.text("name")), word(field.text("problem"))))
                .toList();
        // null: the HTTP status says which kind of failure it is, as the table of all vendors has it.
        return new ErrorDetails(null, word(error.text("code")), violations, null);
    }

    private static String word(@Nullable String text) {
        return text != null && WORD.matcher(text).matches() ? text : "?";
    }
}
// end: failures
