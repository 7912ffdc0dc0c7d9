package com.example.acme.internal.tenantseats;

import com.example.acme.internal.tenantseats.AccountSeatsDto.TenantDto;
import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.spi.ResponseContext;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

// begin: seat-mapper
/** Maps a tenant of an account to tenant seats. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SeatMapper {
    /** Customer of the request, and the JSON path of the tenant in its response. */
    record RowContext(CustomerId customer, String path, ResponseContext response) {}

    @Mapping(target = "customer", expression = "java(context.customer())")
    @Mapping(target = "tenant", source = "row")
    @Mapping(target = "assigned", source = "used", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "free", qualifiedByName = "available")
    TenantSeats toSeats(TenantDto row, @Context RowContext context);

    @BeanMapping(ignoreUnmappedSourceProperties = {"used", "free"})
    @Mapping(target = "kind", source = "cloud", qualifiedByName = "kind")
    @Mapping(target = "deletedAt", ignore = true) // Acme lists no deleted records.
    Tenant toTenant(TenantDto row, @Context RowContext context);

    default TenantId tenantId(@Nullable String id, @Context RowContext context) {
        return new TenantId(AcmeResponseConventions.requireText(id, context.path() + ".id", context.response()));
    }

    @Named("kind")
    default TenantKind kind(@Nullable String cloud, @Context RowContext context) {
        if ("m365".equals(cloud)) {
            return TenantKind.MICROSOFT_365;
        }
        if ("google".equals(cloud)) {
            return TenantKind.GOOGLE;
        }
        context.response().reportDrift("$.tenants[*].cloud", cloud == null ? "missing" : "an unknown cloud");
        return TenantKind.UNKNOWN;
    }

    /** Maps a negative count to unreported, because it cannot be true. */
    @Named("assigned")
    default Quantity assigned(@Nullable Long used, @Context RowContext context) {
        return Quantities.nonNegative(used, "$.tenants[*].used", context.response());
    }

    /** Keeps a negative count: Acme reports over-assignment this way. */
    @Named("available")
    default Quantity available(@Nullable Long free) {
        return Quantities.signed(free);
    }
}
// end: seat-mapper
