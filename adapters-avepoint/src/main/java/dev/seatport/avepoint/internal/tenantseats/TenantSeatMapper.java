package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatPageDto.TenantSeatDto;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
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

/** Maps a row of tenant seats to the domain. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TenantSeatMapper {
    /** Customer and tenant kind of the query, and the JSON path of the row in its response. */
    record RowContext(CustomerId customer, TenantKind kind, String path, ResponseContext response) {}

    @Mapping(target = "customer", expression = "java(context.customer())")
    @Mapping(target = "tenant", source = "row")
    @Mapping(target = "assigned", source = "assignedUserSeat", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "availableUserSeat", qualifiedByName = "available")
    TenantSeats toSeats(TenantSeatDto row, @Context RowContext context);

    @BeanMapping(ignoreUnmappedSourceProperties = {"availableUserSeat", "assignedUserSeat"})
    @Mapping(target = "id", source = "tenantId")
    @Mapping(target = "name", source = "tenantName", qualifiedByName = "name")
    @Mapping(target = "kind", source = "type", qualifiedByName = "kind")
    @Mapping(target = "deletedAt", ignore = true)
    Tenant toTenant(TenantSeatDto row, @Context RowContext context);

    default TenantId tenantId(@Nullable String id, @Context RowContext context) {
        return new TenantId(AvePointResponseConventions.requireId(id, context.path(), ".tenantId", context.response()));
    }

    @Named("name")
    default @Nullable String name(@Nullable String name, @Context RowContext context) {
        if (name == null) {
            context.response().reportDrift("$.data[*].tenantName", "missing");
        }
        return name;
    }

    /** A row without a type has the requested kind, because the request names one kind. */
    @Named("kind")
    default TenantKind kind(@Nullable String type, @Context RowContext context) {
        if (type == null || type.isBlank()) {
            context.response().reportDrift("$.data[*].type", "missing");
            return context.kind();
        }
        TenantKind kind = TenantTypeCodes.kind(type.strip());
        if (kind == TenantKind.UNKNOWN) {
            context.response().reportDrift("$.data[*].type", "an unknown code");
        } else if (kind != context.kind()) {
            throw context.response()
                    .malformed(context.path() + ".type", "the tenant type differs from the requested type");
        }
        return kind;
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long seats, @Context RowContext context) {
        return Quantities.nonNegative(seats, "$.data[*].assignedUserSeat", context.response());
    }

    /** Keeps a negative count: the vendor reports over-assignment this way. */
    @Named("available")
    default Quantity available(@Nullable Long seats, @Context RowContext context) {
        return Quantities.signed(seats, "$.data[*].availableUserSeat", context.response());
    }
}
