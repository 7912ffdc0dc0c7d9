/** Log and listener events of calls. */
@NullMarked
package dev.seatport.http.internal.events;

import org.jspecify.annotations.NullMarked;
