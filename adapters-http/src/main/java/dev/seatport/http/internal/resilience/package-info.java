/**
 * Retries, rate limiter, bulkhead and timeouts of calls.
 */
@NullMarked
package dev.seatport.http.internal.resilience;

import org.jspecify.annotations.NullMarked;
