/**
 * Who the partner sells to: {@link dev.seatport.domain.customer.Customer} and its identity at a vendor. Everybody may
 * import this room.
 */
@NullMarked
package dev.seatport.domain.customer;

import org.jspecify.annotations.NullMarked;
