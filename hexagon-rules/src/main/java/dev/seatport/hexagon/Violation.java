package dev.seatport.hexagon;

/**
 * One violation: a class, a cause, the reason of the rule and what to do.
 *
 * @param rule id of the rule, such as {@code layer-dependencies}
 * @param subject name of the class, or of the package or file if there is no class
 * @param cause what the subject does, with its place in the source
 * @param reason why this is a violation
 * @param remedy what to do
 */
public record Violation(String rule, String subject, String cause, String reason, String remedy) {
    /** Removes the line 0, which stands for a class declaration. */
    public Violation {
        cause = cause.replace(":0)", ")");
    }

    /** Returns the violation as one line. */
    @Override
    public String toString() {
        return "[" + rule + "] " + subject + " " + cause + ": " + reason + ". " + remedy + ".";
    }
}
