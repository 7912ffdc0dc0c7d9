/**
 * The way of a call: permit, token, exchange, status, JSON. Entry:
 * {@link dev.seatport.http.internal.call.CallPath}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.call;

import org.jspecify.annotations.NullMarked;
