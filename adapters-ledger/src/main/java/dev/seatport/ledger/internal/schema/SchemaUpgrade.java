package dev.seatport.ledger.internal.schema;

import dev.seatport.ledger.internal.database.LedgerStore;
import dev.seatport.ledger.internal.database.PrivateFile;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ports.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Creation and upgrade of the schema. Starts Flyway only for an older schema, because its start is slower than a whole command.
 */
public final class SchemaUpgrade {
    /** Version of the schema that this code reads and writes. */
    public static final int VERSION = 1;

    private static final String HISTORY = "seatport_schema_history";

    private SchemaUpgrade() {}

    /**
     * Creates the schema, or upgrades an older one after a backup. Blocks.
     *
     * @throws LedgerException with {@code NEWER_SCHEMA} if a newer version of Seatport created it
     */
    public static void run(LedgerStore store) {
        int version = version(store);
        if (version > VERSION) {
            throw new LedgerException(
                    LedgerException.Kind.NEWER_SCHEMA,
                    "the ledger " + store.label() + " has schema " + version
                            + ", and this version of Seatport supports " + VERSION
                            + ": use the version of Seatport that wrote it, or a newer one");
        }
        if (version == VERSION) {
            return;
        }
        Path file = store.file();
        if (version > 0 && file != null) {
            backUp(store, file, version);
        }
        migrate(store);
    }

    /** Returns the version of the schema; 0 if there is none. */
    public static int version(LedgerStore store) {
        return store.transact(false, session -> {
            if (session.number(store.dialect().tableQuery(), HISTORY) > 0) {
                return (int) session.number("SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success = "
                        + (store.dialect().name().equals("sqlite") ? "1" : "true"));
            }
            requireEmpty(store, session);
            return 0;
        });
    }

    private static void requireEmpty(LedgerStore store, Session session) throws SQLException {
        if (session.number(store.dialect().tableQuery(), "observation") > 0
                || session.number(store.dialect().tableQuery(), "run") > 0) {
            throw new LedgerException(
                    LedgerException.Kind.UNAVAILABLE,
                    "the ledger " + store.label()
                            + ": the database has tables of another program: name another file or schema");
        }
    }

    private static void backUp(LedgerStore store, Path file, int version) {
        Path backup = free(file.resolveSibling(file.getFileName() + ".schema-" + version + ".backup"));
        try (Connection connection = store.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            PrivateFile.create(backup);
            statement.setString(1, backup.toString());
            statement.execute();
        } catch (SQLException | IOException e) {
            throw new LedgerException(
                    LedgerException.Kind.UNAVAILABLE,
                    "the ledger " + store.label() + " has an older schema, and its backup " + backup
                            + " cannot be written: check free space and permissions of the folder");
        }
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int i = 2; Files.exists(free); i++) {
            free = wanted.resolveSibling(wanted.getFileName() + "." + i);
        }
        return free;
    }

    private static void migrate(LedgerStore store) {
        try {
            Flyway.configure(SchemaUpgrade.class.getClassLoader())
                    .dataSource(store.dataSource())
                    .table(HISTORY)
                    .locations("classpath:none")
                    .resourceProvider(new MigrationScripts(store.dialect().name()))
                    .failOnMissingLocations(false)
                    .validateMigrationNaming(true)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerException(LedgerException.Kind.UNAVAILABLE, message(store, e.getCause()));
        }
    }

    private static String message(LedgerStore store, @Nullable Throwable cause) {
        for (Throwable current = cause; current != null; current = current.getCause()) {
            if (current instanceof SQLException sql) {
                return store.failure(sql).getMessage() + "; the schema was not changed";
            }
        }
        return "the ledger " + store.label()
                + ": its schema cannot be created or upgraded: run again, or restore the last backup";
    }
}
