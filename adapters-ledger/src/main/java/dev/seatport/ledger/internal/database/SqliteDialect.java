package dev.seatport.ledger.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** SQLite. Transactions are statements, because only so one connection has transactions of both kinds. */
public final class SqliteDialect implements Dialect {
    private static final int PRIMARY_CODE = 0xff;
    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INTERRUPTED = 9;
    private static final int INPUT_OUTPUT = 10;
    private static final int DAMAGED = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public void begin(Connection connection, boolean writing) throws SQLException {
        execute(connection, writing ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String inIds(String column) {
        return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    public String inTexts(String column) {
        return inIds(column);
    }

    @Override
    public void bindIds(PreparedStatement statement, int index, List<Long> ids) throws SQLException {
        statement.setString(index, ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
    }

    @Override
    public void bindTexts(PreparedStatement statement, int index, List<String> texts) throws SQLException {
        statement.setString(index, TextArray.encode(texts));
    }

    @Override
    public String tableQuery() {
        return "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?";
    }

    @Override
    public String sizeQuery() {
        return "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
    }

    @Override
    public Reason reason(SQLException failure) {
        if (CANCELLED_STATE.equals(failure.getSQLState())) {
            return Reason.CANCELLED;
        }
        return switch (failure.getErrorCode() & PRIMARY_CODE) {
            case BUSY, LOCKED -> Reason.LOCKED;
            case READ_ONLY, PERMISSION -> Reason.READ_ONLY;
            case FULL, INPUT_OUTPUT -> Reason.DISK_FULL;
            case CANNOT_OPEN -> Reason.CANNOT_OPEN;
            case DAMAGED -> Reason.DAMAGED;
            case NOT_A_DATABASE -> Reason.NOT_A_LEDGER;
            case INTERRUPTED -> Reason.CANCELLED;
            default -> Reason.OTHER;
        };
    }
}
