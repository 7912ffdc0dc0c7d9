package dev.seatport.domain.observed;

/** The questions that vendors are asked, and that a report can lack the answer of. */
public enum Dataset {
    CUSTOMERS("customers"),
    TENANT_SEATS("tenant-seats"),
    PRODUCT_SEATS("product-seats"),
    LICENSES("licenses");

    private final String label;

    Dataset(String label) {
        this.label = label;
    }

    /** The name that reports and messages use. */
    public String label() {
        return label;
    }
}
