package dev.seatport.ledger.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** PostgreSQL. */
public final class PostgresDialect implements Dialect {
    /** Lock of the writing transactions of all ledgers in a database: "seatport" in ASCII. */
    private static final long WRITE_LOCK = 0x73656174706f7274L;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void begin(Connection connection, boolean writing) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(!writing);
        connection.setTransactionIsolation(
                writing ? Connection.TRANSACTION_READ_COMMITTED : Connection.TRANSACTION_REPEATABLE_READ);
        if (writing) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + WRITE_LOCK + ")");
            }
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        reset(connection);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        reset(connection);
    }

    /** A pool of the embedder receives its connection back as it was. */
    private static void reset(Connection connection) throws SQLException {
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
    }

    @Override
    public String inIds(String column) {
        return column + " = ANY (?)";
    }

    @Override
    public String inTexts(String column) {
        return column + " = ANY (?)";
    }

    @Override
    public void bindIds(PreparedStatement statement, int index, List<Long> ids) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("bigint", ids.toArray()));
    }

    @Override
    public void bindTexts(PreparedStatement statement, int index, List<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    @Override
    public String tableQuery() {
        return "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?";
    }

    @Override
    public String sizeQuery() {
        return "SELECT pg_database_size(current_database())";
    }

    @Override
    public Reason reason(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case CANCELLED_STATE -> Reason.CANCELLED;
            case "53100" -> Reason.DISK_FULL;
            case "25006" -> Reason.READ_ONLY;
            case "3D000" -> Reason.NO_DATABASE;
            case "42501" -> Reason.NO_PERMISSION;
            case "55P03", "40P01" -> Reason.LOCKED;
            default -> reasonOfClass(state);
        };
    }

    private static Reason reasonOfClass(String state) {
        if (state.startsWith("28")) {
            return Reason.LOGIN_FAILED;
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Reason.UNREACHABLE;
        }
        return Reason.OTHER;
    }
}
