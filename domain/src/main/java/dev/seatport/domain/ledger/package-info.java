/**
 * History of counts. {@link dev.seatport.domain.ledger.SeriesHistory} has the values of one count over time, and returns its changes between
 * two moments. {@link dev.seatport.domain.ledger.BilledQuantity} is its quantity in a month. A count that was not read keeps its last
 * value; it is neither zero nor gone.
 */
@NullMarked
package dev.seatport.domain.ledger;

import org.jspecify.annotations.NullMarked;
