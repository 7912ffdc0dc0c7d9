package dev.seatport.sandbox.faults;

/** Difference of a row, or of a response that is one object, from its document. */
public enum SchemaChange {
    /** An undocumented field is added. */
    NEW_FIELD,
    /** A field is missing. */
    MISSING_FIELD,
    /** A field is null. */
    NULL,
    /** A number is sent as a string of digits. */
    NUMBER_AS_STRING,
    /** A string is sent as a number. */
    STRING_AS_NUMBER,
    /** A status, kind or product has an undocumented code or word. */
    UNKNOWN_CODE,
    /** A field has another name. */
    RENAMED_KEY;

    /** Returns its name in the text of a plan. */
    public String word() {
        return FaultSyntax.word(this);
    }
}
