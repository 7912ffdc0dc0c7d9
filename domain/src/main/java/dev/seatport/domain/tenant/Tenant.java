package dev.seatport.domain.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Customer's tenant of a cloud service.
 *
 * @param id the identity, the same at all vendors
 * @param name the display name; {@code null} if the vendor reported none
 * @param kind the cloud service; {@link TenantKind#UNKNOWN} if the vendor reported none
 * @param deletedAt the time at which the vendor deleted its record of the customer in this tenant; {@code null} if it did
 *     not
 */
public record Tenant(
        TenantId id,
        @Nullable String name,
        TenantKind kind,
        @Nullable Instant deletedAt) {
    /** Creates a tenant that the vendor did not delete. */
    public Tenant(TenantId id, @Nullable String name, TenantKind kind) {
        this(id, name, kind, null);
    }

    /** Returns whether the vendor deleted its record of the customer in this tenant. */
    public boolean deleted() {
        return deletedAt != null;
    }
}
