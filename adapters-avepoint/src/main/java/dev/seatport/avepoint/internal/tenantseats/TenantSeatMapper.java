package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatPageDto.TenantSeatDto;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
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

/** What a row of tenant seats means. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TenantSeatMapper {
    /** What the row was asked for, and where it stands. */
    record RowContext(CustomerId customer, TenantKind kind, String path, ResponseContext answer) {}

    @Mapping(target = "customer", expression = "java(rowContext.customer())")
    @Mapping(target = "tenant", source = "row")
    @Mapping(target = "assigned", source = "assignedUserSeat", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "availableUserSeat", qualifiedByName = "available")
    TenantSeats toSeats(TenantSeatDto row, @Context RowContext rowContext);

    @BeanMapping(ignoreUnmappedSourceProperties = {"availableUserSeat", "assignedUserSeat"})
    @Mapping(target = "id", source = "tenantId")
    @Mapping(target = "name", source = "tenantName", qualifiedByName = "name")
    @Mapping(target = "kind", source = "type", qualifiedByName = "kind")
    @Mapping(target = "deletedAt", ignore = true)
    Tenant toTenant(TenantSeatDto row, @Context RowContext rowContext);

    default TenantId tenantId(@Nullable String id, @Context RowContext rowContext) {
        return new TenantId(AvePointProtocol.requireId(id, rowContext.path(), ".tenantId", rowContext.answer()));
    }

    @Named("name")
    default @Nullable String name(@Nullable String name, @Context RowContext rowContext) {
        if (name == null) {
            rowContext.answer().drift("$.data[*].tenantName", "missing");
        }
        return name;
    }

    /** A row without a type answers a question about one type, so it is of that. */
    @Named("kind")
    default TenantKind kind(@Nullable String type, @Context RowContext rowContext) {
        if (type == null || type.isBlank()) {
            rowContext.answer().drift("$.data[*].type", "missing");
            return rowContext.kind();
        }
        TenantKind kind = TenantTypeCodes.kind(type.strip());
        if (kind == TenantKind.UNKNOWN) {
            rowContext.answer().drift("$.data[*].type", "an unknown code");
        } else if (kind != rowContext.kind()) {
            throw rowContext.answer().malformed(rowContext.path() + ".type", "another type than the one asked about");
        }
        return kind;
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long seats, @Context RowContext rowContext) {
        return Quantities.natural(seats, "$.data[*].assignedUserSeat", rowContext.answer());
    }

    /** Kept if negative: that is how a vendor shows that more is assigned than there is. */
    @Named("available")
    default Quantity available(@Nullable Long seats, @Context RowContext rowContext) {
        return Quantities.signed(seats, "$.data[*].availableUserSeat", rowContext.answer());
    }
}
