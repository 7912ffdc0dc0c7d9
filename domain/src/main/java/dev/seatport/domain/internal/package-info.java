/**
 * How identities are compared. For the domain's own rooms only.
 */
@NullMarked
package dev.seatport.domain.internal;

import org.jspecify.annotations.NullMarked;
