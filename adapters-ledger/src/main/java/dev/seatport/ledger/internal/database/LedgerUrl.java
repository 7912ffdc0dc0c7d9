package dev.seatport.ledger.internal.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Place of a ledger: a file of SQLite, or a database of PostgreSQL.
 *
 * @param jdbcUrl the URL for the driver
 * @param file the file; {@code null} for PostgreSQL
 */
public record LedgerUrl(String jdbcUrl, @Nullable Path file) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Parameters that can neither load a class, nor run a command, nor contain a secret. */
    private static final Set<String> PARAMETERS = Set.of(
            "ApplicationName",
            "connectTimeout",
            "currentSchema",
            "loginTimeout",
            "socketTimeout",
            "sslcert",
            "sslmode",
            "sslrootcert",
            "targetServerType",
            "tcpKeepAlive");

    /**
     * Returns the place that a setting names.
     *
     * @param text the path of a file, {@code jdbc:sqlite:} with a path, or {@code jdbc:postgresql://host:port/database}
     * @throws IllegalArgumentException if the text has a parameter that is not allowed, a user or a password, or names another database
     */
    public static LedgerUrl parse(String text) {
        if (text.startsWith(POSTGRESQL)) {
            return postgresql(text);
        }
        if (text.startsWith(SQLITE)) {
            return sqlite(text.substring(SQLITE.length()));
        }
        if (text.startsWith("jdbc:") || text.contains("://")) {
            throw new IllegalArgumentException(
                    "a ledger is a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST:PORT/DATABASE; other databases are not supported");
        }
        return sqlite(text);
    }

    /** Returns the place of a file. */
    public static LedgerUrl of(Path file) {
        return new LedgerUrl(SQLITE + file.toAbsolutePath(), file.toAbsolutePath());
    }

    private static LedgerUrl sqlite(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (path.isBlank() || path.startsWith(":") || lower.startsWith("file:")) {
            throw new IllegalArgumentException("the URL of a ledger needs the path of a file: jdbc:sqlite:FILE");
        }
        if (path.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "the URL of a ledger in SQLite has no parameters: remove the question mark and what follows");
        }
        try {
            return of(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the URL of a ledger needs the path of a file: jdbc:sqlite:FILE", e);
        }
    }

    private static LedgerUrl postgresql(String url) {
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        if (!place.startsWith(POSTGRESQL + "//") || place.indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "the URL of a ledger in PostgreSQL is jdbc:postgresql://HOST:PORT/DATABASE; user and password are settings");
        }
        if (query >= 0) {
            requireAllowed(url.substring(query + 1));
        }
        return new LedgerUrl(url, null);
    }

    private static void requireAllowed(String parameters) {
        for (String parameter : parameters.split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (!PARAMETERS.contains(name)) {
                // Only a known name is repeated: another text may be a secret in the wrong place.
                String refused = name.matches("[A-Za-z]{1,30}") ? " " + name : "";
                throw new IllegalArgumentException("the URL of a ledger must not have the parameter" + refused
                        + "; allowed are " + String.join(", ", new TreeSet<>(PARAMETERS))
                        + "; user and password are settings");
            }
        }
    }

    /** Returns the dialect of the database. */
    public Dialect dialect() {
        return file == null ? new PostgresDialect() : new SqliteDialect();
    }

    /** Returns the place for messages, without parameters. */
    public String label() {
        return file == null ? jdbcUrl.split("\\?", 2)[0] : file.toString();
    }
}
