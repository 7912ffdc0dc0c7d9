package dev.seatport.domain.observed;

/** Kind of data that a review reads from a vendor, and that can be missing from a report. */
public enum Dataset {
    CUSTOMERS("customers"),
    TENANT_SEATS("tenant-seats"),
    PRODUCT_SEATS("product-seats"),
    LICENSES("licenses");

    private final String label;

    Dataset(String label) {
        this.label = label;
    }

    /** Returns the name in reports and messages, such as {@code tenant-seats}. */
    public String label() {
        return label;
    }
}
