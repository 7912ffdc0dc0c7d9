/**
 * History of counts: {@link dev.seatport.domain.ledger.SeriesHistory} has the values of one count over time, and computes its changes
 * between two moments and its billed quantity of a month. A count that was not read keeps its last value; it is neither zero nor gone.
 */
@NullMarked
package dev.seatport.domain.ledger;

import org.jspecify.annotations.NullMarked;
