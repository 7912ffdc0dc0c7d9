/**
 * Adapter for C3 (CSP Control Center). Entry: {@link dev.seatport.c3.C3}. For applications that embed Seatport.
 */
@NullMarked
package dev.seatport.c3;

import org.jspecify.annotations.NullMarked;
