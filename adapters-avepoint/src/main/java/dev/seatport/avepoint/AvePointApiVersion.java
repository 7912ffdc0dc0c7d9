package dev.seatport.avepoint;

/**
 * Which generation of the vendor's API is talked to. Answers of both are understood either way; this decides what is sent.
 */
public enum AvePointApiVersion {
    /** The current documents: customers by batch, tenant seats filtered by the server. */
    CURRENT,
    /** The older documents: customers by {@code GET /partner/customers}, tenant seats filtered here. */
    OLDER
}
