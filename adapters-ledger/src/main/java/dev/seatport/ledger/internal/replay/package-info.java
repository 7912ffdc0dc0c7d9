/** Past readings and histories. */
@NullMarked
package dev.seatport.ledger.internal.replay;

import org.jspecify.annotations.NullMarked;
