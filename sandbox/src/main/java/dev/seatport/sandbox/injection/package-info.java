/**
 * Carries a plan of faults out, up to the bytes: decides which faults strike an exchange and edits good answers. Entry: {@link
 * dev.seatport.sandbox.injection.ActivePlan}. Imported by the sandbox's entry only.
 */
@NullMarked
package dev.seatport.sandbox.injection;

import org.jspecify.annotations.NullMarked;
