/**
 * Outbound ports: seats per tenant and per product. Start at {@link dev.seatport.ports.seats.TenantSeatSource} and
 * {@link dev.seatport.ports.seats.PurchasedSeatSource}. For the application, adapters and embedders.
 */
@NullMarked
package dev.seatport.ports.seats;

import org.jspecify.annotations.NullMarked;
