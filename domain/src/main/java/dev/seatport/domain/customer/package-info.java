/**
 * The partner's customers: {@link dev.seatport.domain.customer.Customer} and its identity at a vendor. Any module may use
 * this package.
 */
@NullMarked
package dev.seatport.domain.customer;

import org.jspecify.annotations.NullMarked;
