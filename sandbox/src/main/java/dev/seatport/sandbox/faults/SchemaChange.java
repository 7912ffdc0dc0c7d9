package dev.seatport.sandbox.faults;

/** Difference between a row, or a response that is one object, and its document. */
public enum SchemaChange {
    /** One more member, which no document knows. */
    NEW_FIELD,
    /** One member less. */
    MISSING_FIELD,
    /** A member is null. */
    NULL,
    /** A number is sent as a string of digits. */
    NUMBER_AS_STRING,
    /** A string is sent as a number. */
    STRING_AS_NUMBER,
    /** A status, a kind or a product has a code or word that no document knows. */
    UNKNOWN_CODE,
    /** A member has another name. */
    RENAMED_KEY;

    /** Its name in the text of a plan. */
    public String word() {
        return FaultSyntax.word(this);
    }
}
