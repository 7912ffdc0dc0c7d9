/**
 * The exception that all ports fail with: {@link dev.seatport.ports.failure.VendorException}. For the application, adapters
 * and embedders.
 */
@NullMarked
package dev.seatport.ports.failure;

import org.jspecify.annotations.NullMarked;
