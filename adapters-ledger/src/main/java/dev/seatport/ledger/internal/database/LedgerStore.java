package dev.seatport.ledger.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.seatport.ports.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Database of a ledger, with one thread for writing and a few for reading. Calls wait in bounded queues. Thread-safe. Must be closed.
 */
public final class LedgerStore implements AutoCloseable {
    private static final int READERS = 3;
    private static final int WRITERS = 1;
    /** Bounds the memory. A review has fewer calls under way. */
    private static final int MAX_WAITING_CALLS = 10_000;
    /** Wait for another process that writes. Its transactions take milliseconds. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);
    /** Wait for a connection to a server. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final String label;
    private final @Nullable Path file;
    private final AutoCloseable pool;
    private final ExecutorService writer;
    private final ExecutorService readers;

    private LedgerStore(DataSource dataSource, Dialect dialect, String label, @Nullable Path file, AutoCloseable pool) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.label = label;
        this.file = file;
        this.pool = pool;
        this.writer = executor(WRITERS, "seatport-ledger-writer");
        this.readers = executor(READERS, "seatport-ledger-reader");
    }

    private static ExecutorService executor(int threads, String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_THREAD.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING_CALLS),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /**
     * Opens a database with a connection pool. Creates the file of an SQLite database, readable by its owner only.
     *
     * @throws LedgerException with {@code UNAVAILABLE} if the database cannot be opened
     */
    public static LedgerStore open(LedgerUrl url, @Nullable String user, Supplier<@Nullable String> password) {
        Path file = url.file();
        if (file != null) {
            try {
                PrivateFile.create(file);
            } catch (IOException e) {
                throw unavailable(url.label(), Dialect.Reason.CANNOT_OPEN);
            }
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbcUrl());
        config.setPoolName("seatport-ledger");
        config.setMaximumPoolSize(READERS + WRITERS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setDataSourceProperties(file == null ? postgresProperties() : sqliteProperties());
        if (user != null) {
            config.setUsername(user);
            config.setPassword(password.get());
        }
        Dialect dialect = url.dialect();
        try {
            HikariDataSource pool = new HikariDataSource(config);
            return new LedgerStore(pool, dialect, url.label(), file, pool);
        } catch (HikariPool.PoolInitializationException e) {
            throw failure(LedgerException.Kind.UNAVAILABLE, dialect, url.label(), e.getCause());
        }
    }

    private static Properties sqliteProperties() {
        Properties properties = new Properties();
        properties.setProperty("journal_mode", "WAL");
        // A commit survives a power failure: an appended reading is durable.
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("busy_timeout", String.valueOf(LOCK_TIMEOUT.toMillis()));
        properties.setProperty("temp_store", "FILE");
        return properties;
    }

    private static Properties postgresProperties() {
        Properties properties = new Properties();
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "seatport-ledger");
        return properties;
    }

    /**
     * Uses the data source of an embedder, who closes it.
     *
     * @throws LedgerException with {@code UNAVAILABLE} if there is no connection, or the database is not supported
     */
    public static LedgerStore of(DataSource dataSource) {
        Dialect dialect;
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            dialect = switch (product) {
                case "SQLite" -> new SqliteDialect();
                case "PostgreSQL" -> new PostgresDialect();
                default ->
                    throw new LedgerException(
                            LedgerException.Kind.UNAVAILABLE,
                            "the data source is of a database that is not supported: use SQLite or PostgreSQL");
            };
        } catch (SQLException e) {
            throw unavailable("the data source", Dialect.Reason.UNREACHABLE);
        }
        return new LedgerStore(dataSource, dialect, "the data source", null, () -> {});
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns the file or the URL, for messages. */
    public String label() {
        return label;
    }

    /** Returns the file of an SQLite database that this store opened; {@code null} otherwise. */
    public @Nullable Path file() {
        return file;
    }

    /** Runs a writing transaction on the writing thread. Calls run in the order of their arrival. */
    public <T> CompletableFuture<T> write(SqlWork<T> work) {
        return submit(writer, work, true);
    }

    /** Runs a reading transaction, which sees one state of the ledger. Cancelling the future cancels its statement. */
    public <T> CompletableFuture<T> read(SqlWork<T> work) {
        return submit(readers, work, false);
    }

    private <T> CompletableFuture<T> submit(ExecutorService executor, SqlWork<T> work, boolean writing) {
        SessionFuture<T> result = new SessionFuture<>(!writing);
        try {
            executor.execute(() -> {
                if (result.isDone()) {
                    return;
                }
                try {
                    result.complete(transact(work, writing, result.session));
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new LedgerException(
                    LedgerException.Kind.UNAVAILABLE,
                    "the ledger " + label
                            + " is closed, or too many of its calls wait: wait for the results of earlier calls"));
        }
        return result;
    }

    /** Future whose cancellation reaches the statement of a reading transaction. A writing transaction runs to its end. */
    private static final class SessionFuture<T> extends CompletableFuture<T> {
        private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
        private final boolean cancellable;

        SessionFuture(boolean cancellable) {
            this.cancellable = cancellable;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            Session current = session.get();
            if (cancellable && current != null) {
                current.cancel();
            }
            return cancelled;
        }
    }

    /**
     * Runs a transaction on the thread of the caller. Blocks.
     *
     * @throws LedgerException if the database fails; nothing is written then
     */
    public <T> T transact(boolean writing, SqlWork<T> work) {
        return transact(work, writing, new AtomicReference<>());
    }

    private <T> T transact(SqlWork<T> work, boolean writing, AtomicReference<@Nullable Session> current) {
        try (Connection connection = dataSource.getConnection()) {
            dialect.begin(connection, writing);
            boolean committed = false;
            try {
                Session session = new Session(connection, dialect);
                current.set(session);
                T result = work.run(session);
                dialect.commit(connection);
                committed = true;
                return result;
            } finally {
                current.set(null);
                if (!committed) {
                    rollback(connection);
                }
            }
        } catch (SQLException e) {
            throw failure(LedgerException.Kind.UNAVAILABLE, dialect, label, e);
        }
    }

    private void rollback(Connection connection) {
        try {
            dialect.rollback(connection);
        } catch (SQLException e) {
            // The connection is broken or the database has rolled back. Either way nothing was written.
            return;
        }
    }

    /** Returns the failure for a statement that the database rejected. */
    public LedgerException failure(SQLException e) {
        return failure(LedgerException.Kind.UNAVAILABLE, dialect, label, e);
    }

    private static LedgerException failure(
            LedgerException.Kind kind, Dialect dialect, String label, @Nullable Throwable cause) {
        Dialect.Reason reason = Dialect.Reason.UNREACHABLE;
        for (Throwable current = cause; current != null; current = current.getCause()) {
            if (current instanceof SQLException sql) {
                reason = dialect.reason(sql);
                if (reason != Dialect.Reason.OTHER) {
                    break;
                }
            }
        }
        return new LedgerException(kind, "the ledger " + label + ": " + reason.text());
    }

    private static LedgerException unavailable(String label, Dialect.Reason reason) {
        return new LedgerException(LedgerException.Kind.UNAVAILABLE, "the ledger " + label + ": " + reason.text());
    }

    /** Waits for the running transactions, and closes the connections. A data source of an embedder stays open. */
    @Override
    public void close() {
        writer.shutdown();
        readers.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    || !readers.awaitTermination(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                writer.shutdownNow();
                readers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            pool.close();
        } catch (Exception e) {
            throw unavailable(label, Dialect.Reason.OTHER);
        }
    }
}
