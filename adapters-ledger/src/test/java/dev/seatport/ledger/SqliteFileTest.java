package dev.seatport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.testkit.wait.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    private static final RunStart START = new RunStart("1.0", Map.of(new Vendor("acme"), "account"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data").resolve("ledger.db");
    }

    private LedgerDatabase open() {
        return LedgerDatabase.open(LedgerDatabaseOptions.file(file), InstantSource.system());
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFileAndItsFolder() throws IOException {
        try (LedgerDatabase database = open()) {
            Await.result(database.ledger().begin(START));
            try (Stream<Path> files = Files.list(file.getParent())) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                                        .isEqualTo("rw-------"));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void tablesAreStrictAndTheJournalIsWriteAhead() throws SQLException {
        open().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(text(
                            statement,
                            "SELECT group_concat(name) FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
                                    + "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%history'"))
                    .isNull();
        }
    }

    @SuppressWarnings("NullAway")
    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        open().close();
        execute(
                "INSERT INTO seatport_schema_history (installed_rank, version, description, type, script, installed_by, "
                        + "execution_time, success) VALUES (99, '42', 'later', 'SQL', 'V42__ledger.sql', 'x', 1, 1)");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(LedgerException.Kind.NEWER_SCHEMA))
                .hasMessageContainingAll(file.toString(), "schema 42", "newer");
    }

    @Test
    void aFileOfAnotherProgramIsLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name,seats\ncafe,5\n".repeat(100));

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerException.class)
                .hasMessageContainingAll(file.toString(), "not a ledger");
        assertThat(file).content().startsWith("name,seats");
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        execute("CREATE TABLE run (id INTEGER)");

        assertThatThrownBy(this::open).isInstanceOf(LedgerException.class).hasMessageContaining("another program");
    }

    @Test
    void aFolderThatCannotBeCreatedIsReported() throws IOException {
        Files.writeString(folder.resolve("data"), "a file in the place of the folder");

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerException.class)
                .hasMessageContainingAll(file.toString(), "folder");
    }

    @Test
    void aReadOnlyFileIsReported() throws IOException {
        open().close();
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write every file");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        try (LedgerDatabase database = open()) {
            assertThatThrownBy(() -> Await.result(database.ledger().begin(START)))
                    .hasMessageContaining("permissions");
        }
    }

    @Test
    void textsOfTheDriverAreNotShown() {
        open().close();
        execute("DROP TABLE lease");

        try (LedgerDatabase database = open()) {
            assertThatThrownBy(() -> Await.result(database.ledger().begin(START)))
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContainingAny("SQLITE", "lease", "no such table");
        }
    }

    @Test
    void anEmptyAppendChangesNoRow() {
        try (LedgerDatabase database = open()) {
            var lease = Await.result(database.ledger().begin(START));
            Await.result(database.ledger().append(lease, List.of()));
            assertThat(Await.result(database.ledger().finish(lease, true)).id()).isEqualTo(lease.runId());
        }
    }
}
