/**
 * Outbound port: what happened on the way to a vendor, for metrics and logs. Entry:
 * {@link dev.seatport.ports.events.CallListener}. Adapters call it; embedders implement it.
 */
@NullMarked
package dev.seatport.ports.events;

import org.jspecify.annotations.NullMarked;
