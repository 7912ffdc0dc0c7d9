package dev.seatport.ledger.internal.database;

import java.sql.SQLException;

/** Work of one transaction. */
@FunctionalInterface
public interface SqlWork<T> {
    /** Runs the statements. Blocks. */
    T run(Session session) throws SQLException;
}
