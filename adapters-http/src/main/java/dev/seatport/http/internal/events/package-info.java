/**
 * What the log and a client's watcher learn of its calls.
 */
@NullMarked
package dev.seatport.http.internal.events;

import org.jspecify.annotations.NullMarked;
