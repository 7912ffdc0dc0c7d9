/**
 * The domain's values as JSON and back, for services that store or send them. Entry: {@link dev.seatport.json.SeatportJson};
 * for a mapper of one's own {@link dev.seatport.json.SeatportModule}.
 */
@NullMarked
package dev.seatport.json;

import org.jspecify.annotations.NullMarked;
