package dev.seatport.sandbox.faults;

/** The data that a request asks for. */
public enum RequestKind {
    /** Customers: AvePoint's batch, AvePoint's older listing and its one customer, C3's active customers. */
    CUSTOMERS,
    /** AvePoint's seats by tenant. */
    TENANT_SEATS,
    /** AvePoint's seats by product. */
    PRODUCT_SEATS,
    /** C3's license consumption report. */
    LICENSES,
    /** Either vendor's token endpoint. */
    TOKEN,
    /** Anything else: paths that no document knows. */
    OTHER
}
