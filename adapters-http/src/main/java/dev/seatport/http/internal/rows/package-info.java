/**
 * Listings that come whole in one large answer, parsed while they arrive. Entry:
 * {@link dev.seatport.http.internal.rows.RowsBody}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.rows;

import org.jspecify.annotations.NullMarked;
