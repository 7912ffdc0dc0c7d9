@NullMarked
package dev.seatport.ledger;

import org.jspecify.annotations.NullMarked;
