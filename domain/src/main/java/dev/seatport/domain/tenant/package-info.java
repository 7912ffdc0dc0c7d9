/**
 * The cloud tenants of a customer. {@link dev.seatport.domain.tenant.TenantId} is the identity that vendors share.
 * Any module may use this package.
 */
@NullMarked
package dev.seatport.domain.tenant;

import org.jspecify.annotations.NullMarked;
