/**
 * Licenses per SKU, as a license vendor reported them: {@link dev.seatport.domain.license.LicenseConsumption}.
 * Everybody may import this room.
 */
@NullMarked
package dev.seatport.domain.license;

import org.jspecify.annotations.NullMarked;
