/**
 * Jackson, set up once. Entry: {@link dev.seatport.http.internal.json.Json}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.json;

import org.jspecify.annotations.NullMarked;
