/**
 * Outbound port: the customers that a partner manages. Entry: {@link dev.seatport.ports.customers.CustomerDirectory}.
 * For the application, adapters and embedders.
 */
@NullMarked
package dev.seatport.ports.customers;

import org.jspecify.annotations.NullMarked;
