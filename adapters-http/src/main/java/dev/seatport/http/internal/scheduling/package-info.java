/**
 * Monotonic time, delays and timeouts on one event loop. Entry: {@link dev.seatport.http.internal.scheduling.Scheduler}.
 */
@NullMarked
package dev.seatport.http.internal.scheduling;

import org.jspecify.annotations.NullMarked;
