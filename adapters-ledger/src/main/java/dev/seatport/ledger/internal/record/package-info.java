/** Recording of runs and readings. */
@NullMarked
package dev.seatport.ledger.internal.record;

import org.jspecify.annotations.NullMarked;
