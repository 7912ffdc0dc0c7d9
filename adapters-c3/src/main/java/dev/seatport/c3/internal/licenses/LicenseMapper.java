package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.licenses.LicenseReportDto.LicenseRowDto;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
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

/** Maps a row of the license consumption report to the domain. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface LicenseMapper {
    /** Customer and tenant of the request, and the JSON path of the row in its response. */
    record RowContext(CustomerId customer, TenantId tenant, String path, ResponseContext response) {}

    @BeanMapping(
            ignoreUnmappedSourceProperties = {
                "availableUnits",
                "explainedAvailableUnits",
                "totalUnits",
                "explainedTotalUnits",
                "producName",
                "explainedProductName",
                "correctProductName",
                "subcriptionNames",
                "correctSubscriptionNames"
            })
    @Mapping(target = "customer", expression = "java(context.customer())")
    @Mapping(target = "tenant", expression = "java(context.tenant())")
    @Mapping(target = "sku", source = "productSkuId")
    @Mapping(target = "productName", source = "row", qualifiedByName = "productName")
    @Mapping(target = "purchased", source = "activeUnits", qualifiedByName = "purchased")
    @Mapping(target = "assigned", source = "consumedUnits", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "row", qualifiedByName = "available")
    @Mapping(target = "tenantTotal", source = "row", qualifiedByName = "tenantTotal")
    @Mapping(target = "states", expression = "java(null)")
    @Mapping(target = "assignable", constant = "true")
    @Mapping(target = "renewal", expression = "java(null)")
    @Mapping(target = "offers", source = "row", qualifiedByName = "offers")
    LicenseConsumption toConsumption(LicenseRowDto row, @Context RowContext context);

    /** Keeps a blank id: reports show the counts of the row, and the domain draws no finding from them. */
    default SkuId skuId(@Nullable String id, @Context RowContext context) {
        if (id == null) {
            throw context.response().malformed(context.path() + ".ProductSkuId", "missing");
        }
        SkuId sku = new SkuId(id);
        if (!sku.isIdentifying()) {
            context.response().reportDrift("$.Data[*].ProductSkuId", "blank or the empty GUID");
        }
        return sku;
    }

    @Named("purchased")
    default Quantity purchased(@Nullable Long units, @Context RowContext context) {
        return Quantities.nonNegative(units, "$.Data[*].ActiveUnits", context.response());
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long units, @Context RowContext context) {
        return Quantities.nonNegative(units, "$.Data[*].ConsumedUnits", context.response());
    }

    /** Keeps a negative count: the vendor reports over-assignment this way. */
    @Named("available")
    default Quantity available(LicenseRowDto row, @Context RowContext context) {
        return Quantities.signed(row.anyAvailableUnits(), "$.Data[*].AvailableUnits", context.response());
    }

    @Named("tenantTotal")
    default Quantity tenantTotal(LicenseRowDto row, @Context RowContext context) {
        return Quantities.nonNegative(row.anyTotalUnits(), "$.Data[*].TotalUnits", context.response());
    }

    @Named("productName")
    default @Nullable String productName(LicenseRowDto row, @Context RowContext context) {
        if (row.producName() == null && row.explainedProductName() == null) {
            boolean otherSpelling = row.correctProductName() != null;
            context.response().reportDrift("$.Data[*].ProducName", otherSpelling ? "in another spelling" : "missing");
        }
        return row.anyProductName();
    }

    @Named("offers")
    default List<Offer> offers(LicenseRowDto row, @Context RowContext context) {
        if (row.subcriptionNames() == null) {
            boolean otherSpelling = row.correctSubscriptionNames() != null;
            context.response()
                    .reportDrift("$.Data[*].SubcriptionNames", otherSpelling ? "in another spelling" : "missing");
        }
        return OfferParser.parse(row.anySubscriptionNames(), row.anyProductName());
    }
}
