/**
 * How answers differ from the vendors' documents, told once and counted. Entry:
 * {@link dev.seatport.http.internal.drift.ToldOnce}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.drift;

import org.jspecify.annotations.NullMarked;
