/** Readings and rows as the database has them. */
@NullMarked
package dev.seatport.ledger.internal.rows;

import org.jspecify.annotations.NullMarked;
