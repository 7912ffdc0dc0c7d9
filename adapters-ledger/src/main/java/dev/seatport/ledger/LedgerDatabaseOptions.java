package dev.seatport.ledger;

import dev.seatport.ledger.internal.database.LedgerStore;
import dev.seatport.ledger.internal.database.LedgerUrl;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Place of a ledger, and the login of its database. Immutable. */
public final class LedgerDatabaseOptions {
    private final Supplier<LedgerStore> opener;

    private LedgerDatabaseOptions(Supplier<LedgerStore> opener) {
        this.opener = opener;
    }

    /** Returns the options for a file of SQLite. The file is created when the ledger is opened, readable by its owner only. */
    public static LedgerDatabaseOptions file(Path file) {
        LedgerUrl url = LedgerUrl.of(file);
        return new LedgerDatabaseOptions(() -> LedgerStore.open(url, null, () -> null));
    }

    /**
     * Returns the options for a URL without a login: SQLite, or a PostgreSQL server that requires no login.
     *
     * @param url see {@link #url(String, String, Supplier)}
     * @throws IllegalArgumentException if the URL is not allowed; the message has the allowed parameters
     */
    public static LedgerDatabaseOptions url(String url) {
        return url(url, null, () -> null);
    }

    /**
     * Returns the options for a URL.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, {@code jdbc:sqlite:FILE} or the path of a file. User and password must
     *     not be part of it. PostgreSQL has an allow-list of parameters
     * @param user the user of the database; {@code null} for SQLite
     * @param password returns the password when the ledger is opened; {@code null} if there is none
     * @throws IllegalArgumentException if the URL is not allowed; the message has the allowed parameters
     */
    public static LedgerDatabaseOptions url(String url, @Nullable String user, Supplier<@Nullable String> password) {
        LedgerUrl allowed = LedgerUrl.parse(url);
        return new LedgerDatabaseOptions(() -> LedgerStore.open(allowed, user, password));
    }

    /**
     * Returns the options for a data source of SQLite or PostgreSQL. The caller closes it after the ledger. The ledger creates its
     * tables in the current schema. For SQLite, set a busy timeout and foreign keys.
     */
    public static LedgerDatabaseOptions dataSource(DataSource dataSource) {
        return new LedgerDatabaseOptions(() -> LedgerStore.of(dataSource));
    }

    LedgerStore open() {
        return opener.get();
    }
}
