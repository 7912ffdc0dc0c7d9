package com.example.acme.internal.licenses;

import com.example.acme.internal.licenses.LicensesQuery.LicenseDto;
import com.example.acme.internal.licenses.LicensesQuery.LicensePageDto;
import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

// begin: linked
/** Licenses of a tenant, along the links of its pages. Each request has the token of the tenant. */
record LicensesQuery(CustomerId customer, TenantId tenant)
        implements LinkedQuery<LicensePageDto, LicenseDto, LicenseConsumption> {
    private static final VendorOperation LICENSES =
            new VendorOperation(AcmeResponseConventions.VENDOR, "licenses", null);

    /** Page of licenses, and the link to the next one. */
    record LicensePageDto(
            @Nullable List<LicenseDto> value, @Nullable String next) {}

    /** License of the tenant. Counts are {@code Long}: a primitive turns a missing count into 0. */
    record LicenseDto(
            @Nullable String sku,
            @Nullable String name,
            @Nullable Long bought,
            @Nullable Long used) {}

    @Override
    public VendorRequest first() {
        return VendorRequest.get(LICENSES)
                .audience(tenant.value())
                .path("/v1/licenses")
                .query(
                        "account",
                        VendorRequest.requireSameVendor(LICENSES, customer).value())
                .header("Prefer", "minimal")
                .build();
    }

    @Override
    public @Nullable String next(LicensePageDto page) {
        return page.next();
    }

    @Override
    public Class<LicensePageDto> pageType() {
        return LicensePageDto.class;
    }

    @Override
    public Page<LicenseDto> toPage(LicensePageDto page, ResponseContext context) {
        return Page.of(context.requireRows(page.value(), "$.value"), OptionalLong.empty());
    }

    @Override
    public String rowPath(int row) {
        return "$.value[" + row + "]";
    }

    @Override
    public Object key(LicenseConsumption row) {
        return row.sku();
    }

    @Override
    public RowMapper<LicenseDto, LicenseConsumption> mapper() {
        return (row, path, context) -> new LicenseConsumption(
                customer,
                tenant,
                new SkuId(AcmeResponseConventions.requireId(row.sku(), path + ".sku", context)),
                row.name(),
                Quantities.nonNegative(row.bought(), "$.value[*].bought", context),
                Quantities.nonNegative(row.used(), "$.value[*].used", context),
                Quantity.unreported(),
                Quantity.unreported(),
                List.of());
    }
}
// end: linked
