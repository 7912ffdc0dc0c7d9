package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.licenses.LicenseReportDto.LicenseRowDto;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.AnswerContext;
import dev.seatport.http.spi.Counts;
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
    record Asked(CustomerId customer, TenantId tenant, String path, AnswerContext answer) {}

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
    @Mapping(target = "customer", expression = "java(asked.customer())")
    @Mapping(target = "tenant", expression = "java(asked.tenant())")
    @Mapping(target = "sku", source = "productSkuId")
    @Mapping(target = "productName", source = "row", qualifiedByName = "productName")
    @Mapping(target = "purchased", source = "activeUnits", qualifiedByName = "purchased")
    @Mapping(target = "assigned", source = "consumedUnits", qualifiedByName = "assigned")
    @Mapping(target = "available", source = "row", qualifiedByName = "available")
    @Mapping(target = "tenantTotal", source = "row", qualifiedByName = "tenantTotal")
    @Mapping(target = "states", expression = "java(null)")
    @Mapping(target = "offers", source = "row", qualifiedByName = "offers")
    LicenseConsumption toConsumption(LicenseRowDto row, @Context Asked asked);

    /** A blank id is kept: the counts of the row are shown, and the domain makes nothing of them. */
    default SkuId skuId(@Nullable String id, @Context Asked asked) {
        if (id == null) {
            throw asked.answer().malformed(asked.path() + ".ProductSkuId", "missing");
        }
        SkuId sku = new SkuId(id);
        if (!sku.isIdentifying()) {
            asked.answer().drift("$.Data[*].ProductSkuId", "an id that identifies nothing");
        }
        return sku;
    }

    @Named("purchased")
    default Quantity purchased(@Nullable Long units, @Context Asked asked) {
        return Counts.natural(units, "$.Data[*].ActiveUnits", asked.answer());
    }

    @Named("assigned")
    default Quantity assigned(@Nullable Long units, @Context Asked asked) {
        return Counts.natural(units, "$.Data[*].ConsumedUnits", asked.answer());
    }

    /** Kept if negative: that is how over-assignment shows. */
    @Named("available")
    default Quantity available(LicenseRowDto row, @Context Asked asked) {
        return Counts.signed(row.anyAvailableUnits(), "$.Data[*].AvailableUnits", asked.answer());
    }

    @Named("tenantTotal")
    default Quantity tenantTotal(LicenseRowDto row, @Context Asked asked) {
        return Counts.natural(row.anyTotalUnits(), "$.Data[*].TotalUnits", asked.answer());
    }

    @Named("productName")
    default @Nullable String productName(LicenseRowDto row, @Context Asked asked) {
        if (row.producName() == null && row.explainedProductName() == null) {
            boolean spelt = row.correctProductName() != null;
            asked.answer().drift("$.Data[*].ProducName", spelt ? "in another spelling" : "missing");
        }
        return row.anyProductName();
    }

    @Named("offers")
    default List<Offer> offers(LicenseRowDto row, @Context Asked asked) {
        if (row.subcriptionNames() == null) {
            boolean spelt = row.correctSubscriptionNames() != null;
            asked.answer().drift("$.Data[*].SubcriptionNames", spelt ? "in another spelling" : "missing");
        }
        return Offers.parse(row.anySubscriptionNames(), row.anyProductName());
    }
}
