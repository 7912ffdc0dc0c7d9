/**
 * Comparison of ids. For the domain module only.
 */
@NullMarked
package dev.seatport.domain.internal;

import org.jspecify.annotations.NullMarked;
