/**
 * What may stand in the path of a request. Entry: {@link dev.seatport.http.internal.path.PathSegment}. For this module
 * only.
 */
@NullMarked
package dev.seatport.http.internal.path;

import org.jspecify.annotations.NullMarked;
