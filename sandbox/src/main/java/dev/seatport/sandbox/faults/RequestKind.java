package dev.seatport.sandbox.faults;

/** Kind of data that a request reads. */
public enum RequestKind {
    /** Customers: AvePoint's batch operation, its older listing and single customer, C3's active customers, Graph's contracts. */
    CUSTOMERS,
    /** AvePoint's seats by tenant. */
    TENANT_SEATS,
    /** AvePoint's seats by product. */
    PRODUCT_SEATS,
    /** C3's license consumption report, Graph's subscribed SKUs. */
    LICENSES,
    /** Graph's subscriptions. */
    SUBSCRIPTIONS,
    /** Token endpoint of a vendor. */
    TOKEN,
    /** Any other path, which no document names. */
    OTHER
}
