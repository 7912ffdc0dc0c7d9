package dev.seatport.sandbox.faults;

/** A simulated vendor, its token server included. */
public enum Vendor {
    /** AvePoint Elements. */
    AVEPOINT("avepoint"),
    /** The C3 CSP Control Center. */
    C3("c3");

    private final String word;

    Vendor(String word) {
        this.word = word;
    }

    /** Its name in a plan's text. */
    public String word() {
        return word;
    }
}
