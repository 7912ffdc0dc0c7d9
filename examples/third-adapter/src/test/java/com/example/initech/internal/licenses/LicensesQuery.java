package com.example.initech.internal.licenses;

import com.example.initech.internal.licenses.LicensePageDto.LicenseDto;
import com.example.initech.internal.transport.InitechResponseConventions;
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
/** Query of the licenses of a tenant, along the links of its pages. The request has the token of the tenant. */
record LicensesQuery(CustomerId customer, TenantId tenant)
        implements LinkedQuery<LicensePageDto, LicenseDto, LicenseConsumption> {
    private static final VendorOperation LICENSES =
            new VendorOperation(InitechResponseConventions.VENDOR, "licenses", null);

    @Override
    public VendorRequest first() {
        CustomerId account = VendorRequest.requireSameVendor(LICENSES, customer);
        return VendorRequest.get(LICENSES)
                .audience(tenant.value())
                .path("/v1/licenses")
                .query("account", account.value())
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
        return this::toLicenses;
    }
    // end: linked

    private LicenseConsumption toLicenses(LicenseDto row, String path, ResponseContext context) {
        if (row.sku() == null || row.sku().isBlank()) {
            throw context.malformed(path + ".sku", "missing");
        }
        return new LicenseConsumption(
                customer,
                tenant,
                new SkuId(row.sku()),
                row.name(),
                Quantity.unreported(),
                Quantities.nonNegative(row.used(), "$.value[*].used", context),
                Quantity.unreported(),
                Quantities.nonNegative(row.bought(), "$.value[*].bought", context),
                List.of());
    }
    // begin: linked
}
// end: linked
