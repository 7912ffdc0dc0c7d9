package dev.seatport.graph.internal.licenses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.licenses.PartnerLicenses.Sold;
import dev.seatport.graph.internal.licenses.SkuPageDto.SkuDto;
import dev.seatport.graph.internal.licenses.SkuPageDto.UnitsDto;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps a SKU of a tenant to its license consumption. Graph reports no available count; it is not computed here. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface SubscribedSkuMapper {
    /**
     * Context of a row.
     *
     * @param sold the licenses that this partner sold to the tenant
     * @param path JSON path of the row in its response
     */
    record RowContext(
            CustomerId customer, TenantId tenant, PartnerLicenses sold, String path, ResponseContext response) {}

    @BeanMapping(ignoreUnmappedSourceProperties = {"skuPartNumber", "prepaidUnits", "subscriptionIds"})
    @Mapping(target = "customer", expression = "java(context.customer())")
    @Mapping(target = "tenant", source = "accountId", qualifiedByName = "tenant")
    @Mapping(target = "sku", source = "skuId")
    @Mapping(target = "productName", source = "skuPartNumber", qualifiedByName = "productName")
    @Mapping(target = "purchased", source = "row", qualifiedByName = "purchased")
    @Mapping(target = "assigned", source = "consumedUnits", qualifiedByName = "assigned")
    @Mapping(target = "available", expression = "java(Quantity.unreported())")
    @Mapping(target = "tenantTotal", source = "row", qualifiedByName = "tenantTotal")
    @Mapping(target = "states", source = "row", qualifiedByName = "states")
    @Mapping(target = "assignable", source = "appliesTo", qualifiedByName = "assignable")
    @Mapping(target = "offers", expression = "java(List.of())")
    @Mapping(target = "renewal", expression = "java(context.sold().renewal(skuId(row.skuId(), context)))")
    LicenseConsumption toConsumption(SkuDto row, @Context RowContext context);

    /** Rejects the row of another tenant. All tenants have one URL, so a cache could return the response for another token. */
    @Named("tenant")
    default TenantId tenant(@Nullable String accountId, @Context RowContext context) {
        TenantId account = new TenantId(accountId == null ? "" : accountId);
        if (account.isIdentifying() && !account.equals(context.tenant())) {
            throw context.response().malformed(context.path() + ".accountId", "not the requested tenant");
        }
        return context.tenant();
    }

    /** Keeps a blank id: reports show the counts of the row, and the domain draws no finding from them. */
    default SkuId skuId(@Nullable String id, @Context RowContext context) {
        if (id == null) {
            throw context.response().malformed(context.path() + ".skuId", "missing");
        }
        return new SkuId(id);
    }

    @Named("productName")
    default @Nullable String productName(@Nullable String partNumber) {
        return ProductNames.nameOf(partNumber);
    }

    /** A subscription of the SKU that was not read, such as a new one, may be the partner's. The sum is then unknown. */
    @Named("purchased")
    default Quantity purchased(SkuDto row, @Context RowContext context) {
        Quantity purchased = context.sold().purchased(skuId(row.skuId(), context));
        if (purchased.isReported() && hasUnreadSubscription(row.subscriptionIds(), context.sold())) {
            context.response()
                    .reportDrift(
                            "$.value[*].subscriptionIds",
                            "an id that no subscription has, so the purchased licenses are unreported");
            return Quantity.unreported();
        }
        return purchased;
    }

    private static boolean hasUnreadSubscription(@Nullable JsonNode ids, PartnerLicenses sold) {
        if (ids != null && ids.isArray()) {
            for (JsonNode id : ids) {
                if (!sold.hasSubscription(id.asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long units, @Context RowContext context) {
        return Quantities.nonNegative(units, "$.value[*].consumedUnits", context.response());
    }

    @Named("tenantTotal")
    default Quantity tenantTotal(SkuDto row, @Context RowContext context) {
        UnitsDto units = row.prepaidUnits();
        return count(units == null ? null : units.enabled(), "enabled", context);
    }

    @Named("states")
    default @Nullable LapsedLicenses states(SkuDto row, @Context RowContext context) {
        UnitsDto units = row.prepaidUnits();
        return units == null
                ? LapsedLicenses.unreported()
                : new LapsedLicenses(
                        count(units.warning(), "warning", context),
                        count(units.suspended(), "suspended", context),
                        count(units.lockedOut(), "lockedOut", context));
    }

    private static Quantity count(@Nullable Long units, String state, RowContext context) {
        return Quantities.nonNegative(units, "$.value[*].prepaidUnits." + state, context.response());
    }

    /** Treats a SKU as assignable unless Graph says that it applies to the company: the domain then draws findings from it. */
    @Named("assignable")
    default boolean assignable(@Nullable String appliesTo, @Context RowContext context) {
        if ("Company".equalsIgnoreCase(appliesTo)) {
            return false;
        }
        if (!"User".equalsIgnoreCase(appliesTo)) {
            context.response()
                    .reportDrift("$.value[*].appliesTo", appliesTo == null ? "missing" : "neither User nor Company");
        }
        return true;
    }

    /** Creates the row of a SKU that the partner sold, and that the tenant's list of SKUs lacks. Its other counts are unknown. */
    static LicenseConsumption toConsumption(Sold sold, CustomerId customer, TenantId tenant) {
        return new LicenseConsumption(
                customer,
                tenant,
                sold.sku(),
                sold.productName(),
                sold.licenses(),
                Quantity.unreported(),
                Quantity.unreported(),
                Quantity.unreported(),
                LapsedLicenses.unreported(),
                true,
                List.of(),
                sold.renewal());
    }
}
