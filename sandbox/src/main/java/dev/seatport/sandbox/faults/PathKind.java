package dev.seatport.sandbox.faults;

/** What a request asks for. */
public enum PathKind {
    /** Customers: AvePoint's batch, AvePoint's older listing and its one customer, C3's active customers. */
    CUSTOMERS("customers"),
    /** AvePoint's seats by tenant. */
    TENANT_SEATS("tenant-seats"),
    /** AvePoint's seats by product. */
    PRODUCT_SEATS("product-seats"),
    /** C3's license consumption report. */
    LICENSES("licenses"),
    /** Either vendor's token endpoint. */
    TOKEN("token"),
    /** Anything else: paths that no document knows. */
    OTHER("other");

    private final String word;

    PathKind(String word) {
        this.word = word;
    }

    /** Its name in a plan's text. */
    public String word() {
        return word;
    }
}
