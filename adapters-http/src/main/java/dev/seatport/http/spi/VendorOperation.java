package dev.seatport.http.spi;

import dev.seatport.domain.customer.Vendor;
import org.jspecify.annotations.Nullable;

/**
 * Read operation of a vendor. Operations never modify data, even where the vendor's API uses POST, so each may be retried.
 *
 * @param vendor the vendor
 * @param name Seatport's name of the operation in messages and reports, such as {@code tenant-seats} or {@code licenses}
 * @param scope the OAuth scope that the token needs; {@code null} if the vendor's tokens carry all scopes
 */
public record VendorOperation(
        Vendor vendor, String name, @Nullable String scope) {}
