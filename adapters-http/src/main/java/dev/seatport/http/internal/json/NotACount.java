package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.Serial;

/** Something that is not a whole number, where a count is due. */
final class NotACount extends MismatchedInputException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotACount(JsonParser parser) {
        super(parser, "not a whole number", Long.class);
    }
}
