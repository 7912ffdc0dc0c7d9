/** Connections, transactions and the differences between the databases. */
@NullMarked
package dev.seatport.ledger.internal.database;

import org.jspecify.annotations.NullMarked;
