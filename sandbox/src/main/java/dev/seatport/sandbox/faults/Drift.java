package dev.seatport.sandbox.faults;

/** How a row, or an answer that is one object, differs from its document. */
public enum Drift {
    /** A member more, which no document knows. */
    NEW_FIELD("new-field"),
    /** A member less. */
    MISSING_FIELD("missing-field"),
    /** A member is null. */
    NULL("null"),
    /** A number comes as a string of digits. */
    NUMBER_AS_STRING("number-as-string"),
    /** A string comes as a number. */
    STRING_AS_NUMBER("string-as-number"),
    /** A status, a kind or a product has a code or word that no document knows. */
    UNKNOWN_CODE("unknown-code"),
    /** A member has another name. */
    RENAMED_KEY("renamed-key");

    private final String word;

    Drift(String word) {
        this.word = word;
    }

    /** Its name in a plan's text. */
    public String word() {
        return word;
    }
}
