package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.seatport.domain.observed.FailureKind;
import java.io.IOException;
import java.io.Serial;

/**
 * Response body that is not the expected JSON, with the path and a description. Excludes Jackson's messages, because they quote
 * the input.
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

    /** Creates an exception for a malformed body. */
    public JsonDecodeException(String path, String what) {
        this(FailureKind.MALFORMED_ANSWER, path, what);
    }

    /** Creates an exception for a body that exceeds a size or memory limit. */
    public static JsonDecodeException tooLarge(String path, String what) {
        return new JsonDecodeException(FailureKind.ANSWER_TOO_LARGE, path, what);
    }

    static JsonDecodeException of(IOException failure) {
        return of(failure, "$");
    }

    /** Converts Jackson's failure to decode a part at path {@code root}. */
    static JsonDecodeException of(IOException failure, String root) {
        return new JsonDecodeException(path(failure, root), what(failure));
    }

    /** Returns the failure kind. */
    public FailureKind kind() {
        return kind;
    }

    /** Returns the JSON path. */
    public String path() {
        return path;
    }

    /** Returns the description, without a value of the body. */
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
            return "larger or deeper than any documented response";
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
