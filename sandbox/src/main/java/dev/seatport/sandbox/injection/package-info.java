/**
 * Applies fault plans: decides which faults apply to a request and edits successful responses. Entry: {@link
 * dev.seatport.sandbox.injection.ActiveFaultPlan}. Used by the package {@code dev.seatport.sandbox} only.
 */
@NullMarked
package dev.seatport.sandbox.injection;

import org.jspecify.annotations.NullMarked;
