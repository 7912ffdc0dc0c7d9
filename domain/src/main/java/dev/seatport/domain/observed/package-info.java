/**
 * Values with their origin, {@link dev.seatport.domain.observed.Observed}, and the reason why a value is missing,
 * {@link dev.seatport.domain.observed.Gap}. Any module may use this package.
 */
@NullMarked
package dev.seatport.domain.observed;

import org.jspecify.annotations.NullMarked;
