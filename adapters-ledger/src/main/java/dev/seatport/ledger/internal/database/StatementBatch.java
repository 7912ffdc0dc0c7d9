package dev.seatport.ledger.internal.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Executions of one statement with different values, sent to the database in groups. Confined to the thread of the transaction. */
public final class StatementBatch implements AutoCloseable {
    /** Bounds the memory of the driver. */
    private static final int GROUP = 1_000;

    private final PreparedStatement statement;
    private final Session session;
    private int waiting;

    StatementBatch(PreparedStatement statement, Session session) {
        this.statement = statement;
        this.session = session;
    }

    /** Adds an execution. */
    public void add(@Nullable Object... values) throws SQLException {
        session.bind(statement, values);
        statement.addBatch();
        waiting++;
        if (waiting == GROUP) {
            execute();
        }
    }

    /** Sends the executions that wait. Required after the last one. */
    public void execute() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
