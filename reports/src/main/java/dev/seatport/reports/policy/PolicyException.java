package dev.seatport.reports.policy;

import java.io.Serial;
import java.util.List;

/**
 * Thrown if a policy file cannot be used. The message has one line per error with file, line, key and allowed values. Quoted
 * values are shortened and printable.
 */
public final class PolicyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PolicyException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }

    /** Returns the errors, one line each; never empty. */
    public List<String> mistakes() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
