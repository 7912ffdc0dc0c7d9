package dev.seatport.domain.tenant;

import org.jspecify.annotations.Nullable;

/**
 * A customer's tenant of a cloud service.
 *
 * @param id its identity, shared by the vendors
 * @param name its display name; {@code null} if the vendor reported none
 * @param kind the cloud service; {@link TenantKind#UNKNOWN} if the vendor did not say
 */
public record Tenant(TenantId id, @Nullable String name, TenantKind kind) {}
