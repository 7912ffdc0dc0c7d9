/** Shared test support: clocks, schedulers, subscribers and loopback servers. For tests only. */
@NullMarked
package dev.seatport.http.support;

import org.jspecify.annotations.NullMarked;
