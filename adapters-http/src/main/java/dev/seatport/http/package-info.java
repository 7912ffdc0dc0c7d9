/**
 * HTTP client that the vendor adapters share. Entry: {@link dev.seatport.http.VendorClient}. For adapters only: services that
 * embed Seatport use the entry of an adapter.
 */
@NullMarked
package dev.seatport.http;

import org.jspecify.annotations.NullMarked;
