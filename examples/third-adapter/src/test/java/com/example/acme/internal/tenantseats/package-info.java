/**
 * Tenant seats as Acme spells them. Entry: {@link com.example.acme.internal.tenantseats.AcmeTenantSeats}. For this
 * module only.
 */
@NullMarked
package com.example.acme.internal.tenantseats;

import org.jspecify.annotations.NullMarked;
