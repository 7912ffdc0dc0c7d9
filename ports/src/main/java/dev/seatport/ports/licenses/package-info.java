/**
 * Outbound port: licenses per SKU. Start at {@link dev.seatport.ports.licenses.LicenseConsumptionSource}. For the
 * application, adapters and embedders.
 */
@NullMarked
package dev.seatport.ports.licenses;

import org.jspecify.annotations.NullMarked;
