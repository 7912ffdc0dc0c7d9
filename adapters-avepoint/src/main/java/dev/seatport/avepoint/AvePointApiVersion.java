package dev.seatport.avepoint;

/**
 * Version of AvePoint's API that requests use. Responses of both versions are decoded either way.
 */
public enum AvePointApiVersion {
    /** Current API: customers by batch. The server filters tenant seats. */
    CURRENT,
    /** Older API: customers by {@code GET /partner/customers}. The adapter filters tenant seats. */
    OLDER
}
