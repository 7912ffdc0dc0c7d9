/**
 * Seat history in SQLite or PostgreSQL: {@link dev.seatport.ledger.LedgerDatabase} opens a database and returns the
 * {@link dev.seatport.ports.ledger.SeatLedger} of a partner. For embedders.
 */
@NullMarked
package dev.seatport.ledger;

import org.jspecify.annotations.NullMarked;
