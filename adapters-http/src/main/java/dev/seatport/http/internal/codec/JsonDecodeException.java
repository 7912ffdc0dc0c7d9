package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.seatport.domain.observed.FailureKind;
import java.io.IOException;
import java.io.Serial;

/**
 * A body that is not the JSON that was promised: where, and what is wrong. Jackson's own messages quote the input, so none of
 * their text is kept.
 */
public final class JsonDecodeException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String path;
    private final String what;

    private JsonDecodeException(FailureKind kind, String path, String what) {
        super("at " + path + ": " + what, null, false, false);
        this.kind = kind;
        this.path = path;
        this.what = what;
    }

    /** One that is malformed. */
    public JsonDecodeException(String path, String what) {
        this(FailureKind.MALFORMED_ANSWER, path, what);
    }

    /** One of which more came than may be kept. */
    public static JsonDecodeException tooLarge(String path, String what) {
        return new JsonDecodeException(FailureKind.ANSWER_TOO_LARGE, path, what);
    }

    static JsonDecodeException of(IOException failure) {
        return of(failure, "$");
    }

    /** What Jackson found in a part of a document that stands at {@code root}. */
    static JsonDecodeException of(IOException failure, String root) {
        return new JsonDecodeException(path(failure, root), what(failure));
    }

    /** What it comes to. */
    public FailureKind kind() {
        return kind;
    }

    /** Where, in JSON path form. */
    public String path() {
        return path;
    }

    /** What is wrong, without a value of the body. */
    public String what() {
        return what;
    }

    private static String path(IOException failure, String root) {
        StringBuilder path = new StringBuilder(root);
        if (failure instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append('.').append(step.getFieldName());
                }
            }
        }
        return path.toString();
    }

    private static String what(IOException failure) {
        Throwable root = failure;
        while (root instanceof JsonMappingException && root.getCause() instanceof JsonProcessingException cause) {
            root = cause;
        }
        if (root instanceof StreamConstraintsException) {
            return "larger or deeper than any documented answer";
        }
        if (root instanceof CountDeserializer.InvalidCountException) {
            return "not a whole number";
        }
        if (root instanceof MismatchedInputException mismatch) {
            return mismatch.getPath().isEmpty()
                    ? "not one JSON document of the documented shape"
                    : "not of the documented type";
        }
        return "not one complete JSON document";
    }
}
