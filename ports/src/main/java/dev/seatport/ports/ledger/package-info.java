/**
 * History of what vendors reported. {@link dev.seatport.ports.ledger.SeatLedger} records the answers of vendors and returns the answers
 * of any past moment. {@link dev.seatport.ports.ledger.StatementStore} stores closed months. The use cases are
 * {@link dev.seatport.ports.ledger.SeatChanges} and {@link dev.seatport.ports.ledger.TrueUp}.
 */
@NullMarked
package dev.seatport.ports.ledger;

import org.jspecify.annotations.NullMarked;
