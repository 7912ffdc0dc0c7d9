/** Schema of the ledger and its versions. */
@NullMarked
package dev.seatport.ledger.internal.schema;

import org.jspecify.annotations.NullMarked;
