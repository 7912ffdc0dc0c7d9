/** What this module's tests share: a settable clock, servers on loopback, a watcher that remembers. For tests only. */
@NullMarked
package dev.seatport.http.support;

import org.jspecify.annotations.NullMarked;
