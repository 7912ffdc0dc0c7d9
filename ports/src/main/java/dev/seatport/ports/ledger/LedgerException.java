package dev.seatport.ports.ledger;

import java.io.Serial;

/**
 * Failure of the ledger. The message is one line for people: what failed and what to do next. It contains no text of a database driver
 * and no secret.
 */
public final class LedgerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Kind of failure. */
    public enum Kind {
        /** Another run holds an account of this run. */
        BUSY,
        /** Another run has taken over the lease. */
        LEASE_LOST,
        /** The schema is of a newer version of Seatport. */
        NEWER_SCHEMA,
        /** The database cannot be reached, read or written. */
        UNAVAILABLE,
        /** The ledger has no such run, month or customer. */
        NOT_FOUND,
        /** The request contradicts what is recorded, such as closing a closed month. */
        CONFLICT
    }

    public LedgerException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
