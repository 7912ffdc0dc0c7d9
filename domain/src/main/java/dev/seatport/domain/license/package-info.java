/**
 * Licenses per SKU, as a license vendor reported them: {@link dev.seatport.domain.license.LicenseConsumption}.
 * Any module may use this package.
 */
@NullMarked
package dev.seatport.domain.license;

import org.jspecify.annotations.NullMarked;
