/**
 * Tenant user seats: requests, DTOs and mapping. Entry:
 * {@link dev.seatport.avepoint.internal.tenantseats.AvePointTenantSeats}. For this module only.
 */
@NullMarked
package dev.seatport.avepoint.internal.tenantseats;

import org.jspecify.annotations.NullMarked;
