/**
 * Tenant seats: requests, DTOs and mapping. Entry: {@link com.example.acme.internal.tenantseats.AcmeTenantSeats}. For this
 * module only.
 */
@NullMarked
package com.example.acme.internal.tenantseats;

import org.jspecify.annotations.NullMarked;
