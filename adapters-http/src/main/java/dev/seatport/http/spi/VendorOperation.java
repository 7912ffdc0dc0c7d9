package dev.seatport.http.spi;

import dev.seatport.domain.customer.Vendor;
import org.jspecify.annotations.Nullable;

/**
 * Something that a vendor can be asked. Every operation only reads, also where the vendor's document uses POST, so that
 * each may be sent again after a failure.
 *
 * @param vendor who is asked
 * @param name Seatport's name of it, as messages and reports show it: {@code tenant-seats}, {@code licenses} ...
 * @param scope the permission that its token must carry; {@code null} where the vendor's tokens carry all
 */
public record VendorOperation(
        Vendor vendor, String name, @Nullable String scope) {}
