/**
 * Outbound port: the customers that a partner manages. Start at {@link dev.seatport.ports.customers.CustomerDirectory}.
 * For the application, adapters and embedders.
 */
@NullMarked
package dev.seatport.ports.customers;

import org.jspecify.annotations.NullMarked;
