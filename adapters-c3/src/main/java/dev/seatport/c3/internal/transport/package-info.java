/**
 * Protocol details that all C3 operations share. Entry: {@link dev.seatport.c3.internal.transport.C3ResponseConventions}. For this module
 * only.
 */
@NullMarked
package dev.seatport.c3.internal.transport;

import org.jspecify.annotations.NullMarked;
