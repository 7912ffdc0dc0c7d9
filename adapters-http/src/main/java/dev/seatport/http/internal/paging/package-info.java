/** Paged listings. Entry: {@link dev.seatport.http.internal.paging.PageCursor}. For this module only. */
@NullMarked
package dev.seatport.http.internal.paging;

import org.jspecify.annotations.NullMarked;
