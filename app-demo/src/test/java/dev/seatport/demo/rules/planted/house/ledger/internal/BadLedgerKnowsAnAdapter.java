package dev.seatport.demo.rules.planted.house.ledger.internal;

import dev.seatport.demo.rules.planted.house.globex.Globex;
import dev.seatport.demo.rules.planted.house.ports.SeatPort;

final class BadLedgerKnowsAnAdapter {
    SeatPort port() {
        return Globex.create();
    }
}
