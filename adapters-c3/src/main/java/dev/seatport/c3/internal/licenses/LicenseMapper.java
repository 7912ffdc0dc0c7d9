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

/** What a row of the license consumption report means. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface LicenseMapper {
    /** What the row was asked for, and where it stands. */
    record RowContext(CustomerId customer, TenantId tenant, String path, ResponseContext answer) {}

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
    @Mapping(target = "customer", expression = "java(rowContext.customer())")
    @Mapping(target = "tenant", expression = "java(rowContext.tenant())")
    @Mapping(target = "sku", source = "productSkuId")
    @Mapping(target = "productName", source = "row", qualifiedByName = "productName")
    @Mapping(target = "purchased", source = "activeUnits", qualifiedByName = "purchased")
    @Mapping(target = "assigned", source = "consumedUnits", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "row", qualifiedByName = "available")
    @Mapping(target = "tenantTotal", source = "row", qualifiedByName = "tenantTotal")
    @Mapping(target = "states", expression = "java(null)")
    @Mapping(target = "offers", source = "row", qualifiedByName = "offers")
    LicenseConsumption toConsumption(LicenseRowDto row, @Context RowContext rowContext);

    /** A blank id is kept: the counts of the row are shown, and the domain makes nothing of them. */
    default SkuId skuId(@Nullable String id, @Context RowContext rowContext) {
        if (id == null) {
            throw rowContext.answer().malformed(rowContext.path() + ".ProductSkuId", "missing");
        }
        SkuId sku = new SkuId(id);
        if (!sku.isIdentifying()) {
            rowContext.answer().drift("$.Data[*].ProductSkuId", "an id that identifies nothing");
        }
        return sku;
    }

    @Named("purchased")
    default Quantity purchased(@Nullable Long units, @Context RowContext rowContext) {
        return Quantities.natural(units, "$.Data[*].ActiveUnits", rowContext.answer());
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long units, @Context RowContext rowContext) {
        return Quantities.natural(units, "$.Data[*].ConsumedUnits", rowContext.answer());
    }

    /** Kept if negative: that is how over-assignment shows. */
    @Named("available")
    default Quantity available(LicenseRowDto row, @Context RowContext rowContext) {
        return Quantities.signed(row.anyAvailableUnits(), "$.Data[*].AvailableUnits", rowContext.answer());
    }

    @Named("tenantTotal")
    default Quantity tenantTotal(LicenseRowDto row, @Context RowContext rowContext) {
        return Quantities.natural(row.anyTotalUnits(), "$.Data[*].TotalUnits", rowContext.answer());
    }

    @Named("productName")
    default @Nullable String productName(LicenseRowDto row, @Context RowContext rowContext) {
        if (row.producName() == null && row.explainedProductName() == null) {
            boolean spelt = row.correctProductName() != null;
            rowContext.answer().drift("$.Data[*].ProducName", spelt ? "in another spelling" : "missing");
        }
        return row.anyProductName();
    }

    @Named("offers")
    default List<Offer> offers(LicenseRowDto row, @Context RowContext rowContext) {
        if (row.subcriptionNames() == null) {
            boolean spelt = row.correctSubscriptionNames() != null;
            rowContext.answer().drift("$.Data[*].SubcriptionNames", spelt ? "in another spelling" : "missing");
        }
        return OfferParser.parse(row.anySubscriptionNames(), row.anyProductName());
    }
}
