package dev.seatport.ledger.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one transaction. A value of a statement is a {@link Long}, an {@link Integer}, a text, {@link Ids}, {@link Texts} or
 * {@code null}. Confined to the thread of the transaction, except for {@link #cancel}.
 */
public final class Session {
    private final Connection connection;
    private final Dialect dialect;
    private @Nullable Statement running;
    private boolean cancelled;

    /** Ids for the condition of {@link #inIds}. */
    public record Ids(List<Long> values) {}

    /** Texts for the condition of {@link #inTexts}. */
    public record Texts(List<String> values) {}

    /** Conversion of the current row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Consumer of the current row of a result. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Returns the condition that a column has one of the ids of one {@link Ids} value. */
    public String inIds(String column) {
        return dialect.inIds(column);
    }

    /** Returns the condition that a column has one of the texts of one {@link Texts} value. */
    public String inTexts(String column) {
        return dialect.inTexts(column);
    }

    /** Calls a consumer for each row of a query. */
    public void each(String sql, RowConsumer consumer, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            start(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            } finally {
                end();
            }
        }
    }

    /** Returns the rows of a query. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)), values);
        return rows;
    }

    /** Returns the first row of a query; empty if it has none. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        return list(sql, reader, values).stream().findFirst();
    }

    /** Returns the number in the first column of the first row; 0 if it has none. */
    public long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Runs a statement and returns the number of its rows. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            start(statement);
            try {
                return statement.executeUpdate();
            } finally {
                end();
            }
        }
    }

    /** Returns a batch of executions of one statement. Must be closed. */
    public StatementBatch batch(String sql) throws SQLException {
        return new StatementBatch(connection.prepareStatement(sql), this);
    }

    void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof String text) {
            // PostgreSQL has no NUL character in texts.
            statement.setString(index, text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD'));
        } else if (value instanceof Ids ids) {
            dialect.bindIds(statement, index, ids.values());
        } else if (value instanceof Texts texts) {
            dialect.bindTexts(statement, index, texts.values());
        } else if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            throw new IllegalArgumentException(
                    "a statement has no value of type " + value.getClass().getName());
        }
    }

    /** Cancels the running statement and all later ones. Thread-safe. */
    void cancel() {
        synchronized (this) {
            cancelled = true;
            if (running != null) {
                try {
                    running.cancel();
                } catch (SQLException e) {
                    // The statement then runs to its end, and the next one is not started.
                    return;
                }
            }
        }
    }

    private synchronized void start(Statement statement) throws SQLException {
        if (cancelled) {
            throw new SQLException("cancelled", Dialect.CANCELLED_STATE);
        }
        running = statement;
    }

    private synchronized void end() {
        running = null;
    }
}
