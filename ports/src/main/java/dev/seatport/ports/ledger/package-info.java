/**
 * History of what vendors reported. {@link dev.seatport.ports.ledger.SeatLedger} records the answers of vendors and returns the answers
 * of any past moment.
 */
@NullMarked
package dev.seatport.ports.ledger;

import org.jspecify.annotations.NullMarked;
