package dev.seatport.ledger;

import dev.seatport.ledger.internal.SqlSeatLedger;
import dev.seatport.ledger.internal.database.LedgerStore;
import dev.seatport.ledger.internal.schema.SchemaUpgrade;
import dev.seatport.ports.ledger.SeatLedger;
import java.time.InstantSource;

/**
 * Database with the ledgers of one or several partners. Thread-safe. Has one thread for writing and a few for reading. Must be closed.
 */
public final class LedgerDatabase implements AutoCloseable {
    /** Partner of a ledger of one partner only. */
    public static final String DEFAULT_PARTNER = "default";

    private final LedgerStore store;
    private final InstantSource clock;

    private LedgerDatabase(LedgerStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Opens a database, creates its schema, or upgrades an older one. A file of SQLite is copied before an upgrade. Blocks.
     *
     * @param clock the time of runs and leases
     * @throws dev.seatport.ports.ledger.LedgerException with {@code UNAVAILABLE} if the database cannot be opened, and with
     *     {@code NEWER_SCHEMA} if a newer version of Seatport wrote it
     */
    public static LedgerDatabase open(LedgerDatabaseOptions options, InstantSource clock) {
        LedgerStore store = options.open();
        try {
            SchemaUpgrade.run(store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        return new LedgerDatabase(store, clock);
    }

    /** Returns the ledger of the only partner, {@link #DEFAULT_PARTNER}. Thread-safe. */
    public SeatLedger ledger() {
        return ledger(DEFAULT_PARTNER);
    }

    /** Returns the ledger of a partner. Ledgers of different partners share nothing but the database. Thread-safe. */
    public SeatLedger ledger(String partner) {
        return new SqlSeatLedger(store, partner, clock);
    }

    /** Waits for the running transactions, and closes the connections. A data source of the caller stays open. */
    @Override
    public void close() {
        store.close();
    }
}
