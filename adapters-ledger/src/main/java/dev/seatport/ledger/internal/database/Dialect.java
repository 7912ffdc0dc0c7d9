package dev.seatport.ledger.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Differences between the databases. */
public interface Dialect {
    /** SQL state of a cancelled statement. */
    String CANCELLED_STATE = "57014";

    /** Reason of a failed statement, in the words of the ledger. */
    enum Reason {
        LOCKED("another program holds its lock: close that program, or try again later"),
        DISK_FULL("its disk is full: free some space and run again"),
        READ_ONLY("it cannot be written: check the permissions of the file, its folder and its user"),
        CANNOT_OPEN("it cannot be opened: check that the folder exists and that this user may write to it"),
        UNREACHABLE("the database server cannot be reached: check host, port and network, and run again"),
        LOGIN_FAILED("the database server rejected user or password: check both settings"),
        NO_DATABASE("the database server has no such database: create it, or correct the URL"),
        NO_PERMISSION("the database user may not do this: grant the tables and the schema to it"),
        NOT_A_LEDGER("it is not a ledger of Seatport: name another file"),
        DAMAGED("it is damaged: restore the last backup"),
        CANCELLED("the call was cancelled"),
        OTHER("the database rejected a statement: run `seatport ledger verify`");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns what happened and what to do next. */
        public String text() {
            return text;
        }
    }

    /** Returns the folder of the schema: {@code sqlite} or {@code postgresql}. */
    String name();

    /** Starts a transaction. A writing transaction excludes all others of the ledger, in all processes. */
    void begin(Connection connection, boolean writing) throws SQLException;

    /** Makes the transaction durable. */
    void commit(Connection connection) throws SQLException;

    /** Rolls the transaction back. */
    void rollback(Connection connection) throws SQLException;

    /** Returns the condition that a column has one of the ids of one value. */
    String inIds(String column);

    /** Returns the condition that a column has one of the texts of one value. */
    String inTexts(String column);

    /** Sets the value of {@link #inIds}. */
    void bindIds(PreparedStatement statement, int index, List<Long> ids) throws SQLException;

    /** Sets the value of {@link #inTexts}. */
    void bindTexts(PreparedStatement statement, int index, List<String> texts) throws SQLException;

    /** Returns the query for the number of tables with the name of the first value. */
    String tableQuery();

    /** Returns the query for the size of the database in bytes. */
    String sizeQuery();

    /** Returns the reason of a failure. The text of the driver is not used, because it may have values of the statement. */
    Reason reason(SQLException failure);
}
