package dev.seatport.reports.format;

/** What the rows of a review in CSV and NDJSON are. */
public enum ReviewRows {
    /** The customers with their findings. */
    FINDINGS,
    /** The numbers: one row per customer, tenant, product and SKU, also without findings. */
    POSITIONS
}
