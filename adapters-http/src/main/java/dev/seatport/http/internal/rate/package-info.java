/**
 * How many calls are under way, and how many requests a second. Entries: {@link dev.seatport.http.internal.rate.Permits} and
 * {@link dev.seatport.http.internal.rate.VendorGate}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.rate;

import org.jspecify.annotations.NullMarked;
