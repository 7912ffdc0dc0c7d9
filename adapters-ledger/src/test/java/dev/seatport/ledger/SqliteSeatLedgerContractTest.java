package dev.seatport.ledger;

import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.testkit.contract.SeatLedgerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteSeatLedgerContractTest extends SeatLedgerContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final List<LedgerDatabase> databases = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path own;

    @BeforeAll
    static void createSchema() {
        // Flyway creates the schema once.
        LedgerDatabase.open(LedgerDatabaseOptions.file(empty()), InstantSource.system())
                .close();
    }

    private static Path empty() {
        return folder.resolve("empty.db");
    }

    @Override
    protected SeatLedger open(InstantSource clock) {
        Path file = own.resolve("ledger.db");
        if (databases.isEmpty()) {
            try {
                Files.copy(empty(), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        LedgerDatabase database = LedgerDatabase.open(LedgerDatabaseOptions.file(file), clock);
        databases.add(database);
        return database.ledger();
    }

    @AfterEach
    void close() {
        databases.forEach(LedgerDatabase::close);
    }
}
