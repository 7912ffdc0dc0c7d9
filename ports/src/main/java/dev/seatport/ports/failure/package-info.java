/**
 * The one exception of all ports. Entry: {@link dev.seatport.ports.failure.VendorException}. For everybody outside the
 * domain.
 */
@NullMarked
package dev.seatport.ports.failure;

import org.jspecify.annotations.NullMarked;
