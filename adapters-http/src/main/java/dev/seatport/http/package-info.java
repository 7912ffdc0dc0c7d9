/**
 * What every HTTP vendor's adapter is built on. Entry: {@link dev.seatport.http.VendorClient}. For adapters only; services
 * that embed Seatport use the adapters' own entries.
 */
@NullMarked
package dev.seatport.http;

import org.jspecify.annotations.NullMarked;
