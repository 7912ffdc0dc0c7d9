package dev.seatport.domain.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's tenant of a cloud service.
 *
 * @param id its identity, shared by the vendors
 * @param name its display name; {@code null} if the vendor reported none
 * @param kind the cloud service; {@link TenantKind#UNKNOWN} if the vendor did not say
 * @param deletedAt when the vendor deleted its record of the customer in this tenant; {@code null} if the record is live
 */
public record Tenant(
        TenantId id,
        @Nullable String name,
        TenantKind kind,
        @Nullable Instant deletedAt) {
    /** A tenant of a live record. */
    public Tenant(TenantId id, @Nullable String name, TenantKind kind) {
        this(id, name, kind, null);
    }

    /** Whether the vendor deleted its record of the customer in this tenant. */
    public boolean deleted() {
        return deletedAt != null;
    }
}
