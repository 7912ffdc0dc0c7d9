package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.tenantseats.TenantSeatPageDto.TenantSeatDto;
import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.AnswerContext;
import dev.seatport.http.spi.Counts;
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
    record Asked(CustomerId customer, TenantKind kind, String path, AnswerContext answer) {}

    @Mapping(target = "customer", expression = "java(asked.customer())")
    @Mapping(target = "tenant", source = "row")
    @Mapping(target = "assigned", source = "assignedUserSeat", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "availableUserSeat", qualifiedByName = "available")
    TenantSeats toSeats(TenantSeatDto row, @Context Asked asked);

    @BeanMapping(ignoreUnmappedSourceProperties = {"availableUserSeat", "assignedUserSeat"})
    @Mapping(target = "id", source = "tenantId")
    @Mapping(target = "name", source = "tenantName", qualifiedByName = "name")
    @Mapping(target = "kind", source = "type", qualifiedByName = "kind")
    @Mapping(target = "deletedAt", ignore = true)
    Tenant toTenant(TenantSeatDto row, @Context Asked asked);

    default TenantId tenantId(@Nullable String id, @Context Asked asked) {
        return new TenantId(AvePointWire.requireId(id, asked.path(), ".tenantId", asked.answer()));
    }

    @Named("name")
    default @Nullable String name(@Nullable String name, @Context Asked asked) {
        if (name == null) {
            asked.answer().drift("$.data[*].tenantName", "missing");
        }
        return name;
    }

    /** A row without a type answers a question about one type, so it is of that. */
    @Named("kind")
    default TenantKind kind(@Nullable String type, @Context Asked asked) {
        if (type == null || type.isBlank()) {
            asked.answer().drift("$.data[*].type", "missing");
            return asked.kind();
        }
        TenantKind kind = TenantTypes.kind(type.strip());
        if (kind == TenantKind.UNKNOWN) {
            asked.answer().drift("$.data[*].type", "an unknown code");
        } else if (kind != asked.kind()) {
            throw asked.answer().malformed(asked.path() + ".type", "another type than the one asked about");
        }
        return kind;
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long seats, @Context Asked asked) {
        return Counts.natural(seats, "$.data[*].assignedUserSeat", asked.answer());
    }

    /** Kept if negative: that is how a vendor shows that more is assigned than there is. */
    @Named("available")
    default Quantity available(@Nullable Long seats, @Context Asked asked) {
        return Counts.signed(seats, "$.data[*].availableUserSeat", asked.answer());
    }
}
