package dev.seatport.ledger;

import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.testkit.contract.SeatLedgerContract;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresSeatLedgerContractTest extends SeatLedgerContract {
    @SuppressWarnings("NullAway.Init")
    private static PostgresServer server;

    private final List<LedgerDatabase> databases = new ArrayList<>();
    private @Nullable String url;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        // Flyway creates the schema once.
        LedgerDatabase.open(server.options(server.copyOf("template1")), InstantSource.system())
                .close();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected SeatLedger open(InstantSource clock) {
        if (url == null) {
            url = server.copyOf("ledger_1");
        }
        LedgerDatabase database = LedgerDatabase.open(server.options(url), clock);
        databases.add(database);
        return database.ledger();
    }

    @AfterEach
    void close() {
        databases.forEach(LedgerDatabase::close);
    }
}
