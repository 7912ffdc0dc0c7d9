/** The port of the ledger over a database. */
@NullMarked
package dev.seatport.ledger.internal;

import org.jspecify.annotations.NullMarked;
