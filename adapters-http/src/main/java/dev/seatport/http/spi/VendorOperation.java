package dev.seatport.http.spi;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Read operation of a vendor. Operations never modify data, even where the vendor's API uses POST, so each may be retried.
 *
 * @param vendor the vendor
 * @param name Seatport's name of the operation in messages and reports, such as {@code tenant-seats} or {@code licenses}
 * @param scope the OAuth scope that the token needs; {@code null} if the vendor's tokens carry all scopes
 * @param audience the audience of the token, such as a tenant; {@code null} if the vendor's tokens have no audience
 */
public record VendorOperation(
        Vendor vendor,
        String name,
        @Nullable String scope,
        @Nullable String audience) {

    /**
     * Checks the audience, because it becomes a part of the token URL (see {@link TokenUrl}).
     *
     * @throws VendorException {@code INVALID_REQUEST} if the audience must not appear in a path
     */
    public VendorOperation {
        Optional<String> error = audience == null ? Optional.empty() : PathSegment.validationError(audience);
        if (error.isPresent()) {
            throw VendorException.builder(
                            FailureKind.INVALID_REQUEST, vendor, name, "the audience cannot be sent: " + error.get())
                    .build();
        }
    }

    /** Creates an operation whose token has no audience. */
    public VendorOperation(Vendor vendor, String name, @Nullable String scope) {
        this(vendor, name, scope, null);
    }

    /**
     * Returns this operation with the audience of its token.
     *
     * @throws VendorException {@code INVALID_REQUEST} if the audience must not appear in a path
     */
    public VendorOperation forAudience(String tokenAudience) {
        return new VendorOperation(vendor, name, scope, tokenAudience);
    }

    /** Returns the builder of a failure of this operation. The failure names the audience. */
    public VendorException.Builder failure(FailureKind kind, String explanation) {
        return VendorException.builder(kind, vendor, name, explanation).audience(printable(audience));
    }

    /** Returns an audience for messages, in printable ASCII. */
    static @Nullable String printable(@Nullable String audience) {
        return LogSanitizer.sanitize(audience, PathSegment.MAX_LENGTH);
    }
}
