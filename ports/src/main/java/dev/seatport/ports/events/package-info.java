/**
 * Outbound port: events of the requests to a vendor, for metrics and logs. Start at
 * {@link dev.seatport.ports.events.CallListener}. Adapters call it; embedders implement it.
 */
@NullMarked
package dev.seatport.ports.events;

import org.jspecify.annotations.NullMarked;
