/**
 * Reads JSON field by field, faster than databind, as long as it is regular. Entry: {@link dev.seatport.http.json.JsonFieldReader}.
 */
@NullMarked
package dev.seatport.http.json;

import org.jspecify.annotations.NullMarked;
