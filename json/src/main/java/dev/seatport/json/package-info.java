/**
 * JSON encoding and decoding of the domain's values, for services that store or send them. Start at
 * {@link dev.seatport.json.SeatportJson}, or register {@link dev.seatport.json.SeatportModule} in an existing mapper.
 */
@NullMarked
package dev.seatport.json;

import org.jspecify.annotations.NullMarked;
