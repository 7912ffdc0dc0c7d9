package dev.seatport.testkit.contract;

import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.testkit.fake.InMemorySeatLedger;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

class InMemorySeatLedgerContractTest extends SeatLedgerContract {
    private @Nullable InMemorySeatLedger ledger;

    @Override
    protected SeatLedger open(InstantSource clock) {
        ledger = ledger == null ? new InMemorySeatLedger(clock) : ledger.withClock(clock);
        return ledger;
    }
}
