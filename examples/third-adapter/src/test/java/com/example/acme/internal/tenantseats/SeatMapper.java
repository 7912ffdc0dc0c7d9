package com.example.acme.internal.tenantseats;

import com.example.acme.internal.tenantseats.AccountSeatsDto.TenantDto;
import com.example.acme.internal.transport.AcmeProtocol;
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
/** What a tenant of an account means. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SeatMapper {
    /** Whose tenant it is, and where it stands in the answer. */
    record Asked(CustomerId customer, String path, ResponseContext answer) {}

    @Mapping(target = "customer", expression = "java(asked.customer())")
    @Mapping(target = "tenant", source = "row")
    @Mapping(target = "assigned", source = "used", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "free", qualifiedByName = "available")
    TenantSeats toSeats(TenantDto row, @Context Asked asked);

    @BeanMapping(ignoreUnmappedSourceProperties = {"used", "free"})
    @Mapping(target = "kind", source = "cloud", qualifiedByName = "kind")
    @Mapping(target = "deletedAt", ignore = true) // Acme lists live records only.
    Tenant toTenant(TenantDto row, @Context Asked asked);

    default TenantId tenantId(@Nullable String id, @Context Asked asked) {
        return new TenantId(AcmeProtocol.requireText(id, asked.path() + ".id", asked.answer()));
    }

    @Named("kind")
    default TenantKind kind(@Nullable String cloud, @Context Asked asked) {
        if ("m365".equals(cloud)) {
            return TenantKind.MICROSOFT_365;
        }
        if ("google".equals(cloud)) {
            return TenantKind.GOOGLE;
        }
        asked.answer().drift("$.tenants[*].cloud", cloud == null ? "missing" : "an unknown cloud");
        return TenantKind.UNKNOWN;
    }

    /** Never negative; a negative count cannot be true and becomes unreported. */
    @Named("assigned")
    default Quantity assigned(@Nullable Long used, @Context Asked asked) {
        return Quantities.natural(used, "$.tenants[*].used", asked.answer());
    }

    /** Kept if negative: that is how over-assignment shows. */
    @Named("available")
    default Quantity available(@Nullable Long free) {
        return Quantities.signed(free);
    }
}
// end: seat-mapper
