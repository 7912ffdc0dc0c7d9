package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.licenses.SubscriptionPageDto.SubscriptionDto;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.spi.ResponseContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps a subscription, and decides whether its licenses count as purchased through this partner. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SubscriptionMapper {
    /**
     * Context of a row.
     *
     * @param partner the partner's tenant
     * @param path JSON path of the row in its response
     */
    record RowContext(TenantId partner, String path, ResponseContext response) {}

    /** Effect of a status on the licenses of a subscription. */
    enum Standing {
        USABLE,
        NOT_USABLE,
        UNKNOWN
    }

    @BeanMapping(ignoreUnmappedSourceProperties = {"ownerTenantId", "status", "isTrial", "totalLicenses"})
    @Mapping(target = "id", source = "id", qualifiedByName = "id")
    @Mapping(target = "counted", source = "row", qualifiedByName = "counted")
    @Mapping(target = "sku", source = "skuId")
    @Mapping(target = "productName", source = "skuPartNumber", qualifiedByName = "productName")
    @Mapping(target = "licenses", source = "row", qualifiedByName = "licenses")
    @Mapping(target = "renewal", source = "nextLifecycleDateTime", qualifiedByName = "renewal")
    PartnerSubscription toSubscription(SubscriptionDto row, @Context RowContext context);

    @Named("id")
    default String requireId(@Nullable String id, @Context RowContext context) {
        if (id == null || id.isBlank()) {
            throw context.response().missingId(context.path() + ".id");
        }
        return id;
    }

    default SkuId skuId(@Nullable String id, @Context RowContext context) {
        if (id == null || !new SkuId(id).isIdentifying()) {
            throw context.response().malformed(context.path() + ".skuId", "missing");
        }
        return new SkuId(id);
    }

    @Named("productName")
    default @Nullable String productName(@Nullable String partNumber) {
        return ProductNames.nameOf(partNumber);
    }

    @Named("counted")
    default boolean counted(SubscriptionDto row, @Context RowContext context) {
        String owner = row.ownerTenantId();
        return owner != null
                && context.partner().equals(new TenantId(owner))
                && !Objects.requireNonNullElse(row.isTrial(), false)
                && standing(row.status()) != Standing.NOT_USABLE;
    }

    @Named("licenses")
    default Quantity licenses(SubscriptionDto row, @Context RowContext context) {
        if (standing(row.status()) == Standing.UNKNOWN) {
            context.response().reportDrift("$.value[*].status", row.status() == null ? "missing" : "an unknown status");
            return Quantity.unreported();
        }
        return Quantities.nonNegative(row.totalLicenses(), "$.value[*].totalLicenses", context.response());
    }

    private static Standing standing(@Nullable String status) {
        if (status == null) {
            return Standing.UNKNOWN;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "enabled", "warning" -> Standing.USABLE;
            case "suspended", "lockedout", "deleted" -> Standing.NOT_USABLE;
            default -> Standing.UNKNOWN;
        };
    }

    @Named("renewal")
    default @Nullable Instant renewal(@Nullable String dateTime, @Context RowContext context) {
        try {
            return dateTime == null ? null : OffsetDateTime.parse(dateTime).toInstant();
        } catch (DateTimeException e) {
            context.response().reportDrift("$.value[*].nextLifecycleDateTime", "not a date and time with an offset");
            return null;
        }
    }
}
