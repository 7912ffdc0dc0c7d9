/**
 * Where a value came from, or why it is missing: {@link dev.seatport.domain.observed.Observed},
 * {@link dev.seatport.domain.observed.Gap}. Everybody may import this room.
 */
@NullMarked
package dev.seatport.domain.observed;

import org.jspecify.annotations.NullMarked;
