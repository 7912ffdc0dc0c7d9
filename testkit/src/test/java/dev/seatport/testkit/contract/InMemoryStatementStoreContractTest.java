package dev.seatport.testkit.contract;

import dev.seatport.ports.ledger.StatementStore;
import dev.seatport.testkit.fake.InMemoryStatementStore;

class InMemoryStatementStoreContractTest extends StatementStoreContract {
    private final InMemoryStatementStore store = new InMemoryStatementStore();

    @Override
    protected StatementStore open() {
        return store;
    }
}
