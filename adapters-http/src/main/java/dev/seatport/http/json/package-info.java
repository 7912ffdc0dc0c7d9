/** Fast JSON decoder for the common form of vendor responses. Entry: {@link dev.seatport.http.json.FastJsonReader}. */
@NullMarked
package dev.seatport.http.json;

import org.jspecify.annotations.NullMarked;
