package dev.seatport.graph.internal.licenses;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
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

    @BeanMapping(ignoreUnmappedSourceProperties = {"ownerTenantId", "status", "isTrial", "totalLicenses"})
    @Mapping(target = "id", source = "id", qualifiedByName = "id")
    @Mapping(target = "commerceId", source = "commerceSubscriptionId")
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

    /** Counts a subscription unless Graph says that its licenses are another seller's, a trial or not usable. */
    @Named("counted")
    default boolean counted(SubscriptionDto row, @Context RowContext context) {
        return isPartners(row, context).orElse(true)
                && !Boolean.TRUE.equals(row.isTrial())
                && isUsable(row).orElse(true);
    }

    /** Reports no drift of a subscription that is not counted: its licenses are not used. */
    @Named("licenses")
    default Quantity licenses(SubscriptionDto row, @Context RowContext context) {
        if (!counted(row, context)) {
            return Quantity.unreported();
        }
        boolean known = requireKnown(isPartners(row, context).isPresent(), "ownerTenantId", context)
                && requireKnown(row.isTrial() != null, "isTrial", context)
                && requireKnown(isUsable(row).isPresent(), "status", context);
        Quantity licenses = Quantities.nonNegative(row.totalLicenses(), "$.value[*].totalLicenses", context.response());
        return known ? licenses : Quantity.unreported();
    }

    private static boolean requireKnown(boolean known, String field, RowContext context) {
        if (!known) {
            context.response().reportDrift("$.value[*]." + field, "missing or unknown, so the licenses are unreported");
        }
        return known;
    }

    private static Optional<Boolean> isPartners(SubscriptionDto row, RowContext context) {
        JsonNode owner = row.ownerTenantId();
        if (owner != null && owner.isNull()) {
            return Optional.of(false);
        }
        return Optional.ofNullable(owner)
                .filter(JsonNode::isTextual)
                .map(text -> new TenantId(text.textValue()))
                .filter(TenantId::isIdentifying)
                .map(context.partner()::equals);
    }

    private static Optional<Boolean> isUsable(SubscriptionDto row) {
        return switch (Objects.requireNonNullElse(row.status(), "").toLowerCase(Locale.ROOT)) {
            case "enabled", "warning" -> Optional.of(true);
            case "suspended", "lockedout", "deleted" -> Optional.of(false);
            default -> Optional.empty();
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
