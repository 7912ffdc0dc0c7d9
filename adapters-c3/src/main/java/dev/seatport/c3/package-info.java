/**
 * C3 (CSP Control Center) behind the ports. Entry: {@link dev.seatport.c3.C3}. For whoever wires Seatport.
 */
@NullMarked
package dev.seatport.c3;

import org.jspecify.annotations.NullMarked;
