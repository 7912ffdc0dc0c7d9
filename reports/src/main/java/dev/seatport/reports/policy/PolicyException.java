package dev.seatport.reports.policy;

import java.io.Serial;
import java.util.List;

/**
 * A policy file that cannot be used. The message has one line for each mistake, and each names the file, the line, the key and
 * what would be legal. Values are shortened and made printable.
 */
public final class PolicyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PolicyException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }

    /** The mistakes, one line each; never empty. */
    public List<String> mistakes() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
