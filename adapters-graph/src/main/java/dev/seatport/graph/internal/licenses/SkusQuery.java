package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.licenses.PartnerLicenses.Sold;
import dev.seatport.graph.internal.licenses.SkuPageDto.SkuDto;
import dev.seatport.graph.internal.licenses.SkusQuery.LicenseRow;
import dev.seatport.graph.internal.licenses.SubscribedSkuMapper.RowContext;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Query of the SKUs of a tenant, for one subscription. After the last page it adds the SKUs that the partner sold and that no page listed.
 * Otherwise their purchased licenses would be missing silently.
 */
final class SkusQuery implements LinkedQuery<SkuPageDto, LicenseRow, LicenseConsumption> {
    private static final SubscribedSkuMapper MAPPER = new SubscribedSkuMapperImpl();

    private final CustomerId customer;
    private final TenantId tenant;
    private final PartnerLicenses sold;
    private final Set<SkuId> listed = new HashSet<>();

    SkusQuery(CustomerId customer, TenantId tenant, PartnerLicenses sold) {
        this.customer = customer;
        this.tenant = tenant;
        this.sold = sold;
    }

    /** Row of the result: a SKU that the tenant lists, or one that only the partner's subscriptions have. */
    sealed interface LicenseRow permits SkuDto, UnlistedSku {}

    /** SKU that only the partner's subscriptions have. */
    record UnlistedSku(Sold sold) implements LicenseRow {}

    @Override
    public VendorRequest first() {
        return SubscribedSkuRequestFactory.skus(customer, tenant);
    }

    @Override
    public @Nullable String next(SkuPageDto page) {
        return page.nextLink();
    }

    @Override
    public Class<SkuPageDto> pageType() {
        return SkuPageDto.class;
    }

    @Override
    public Page<LicenseRow> toPage(SkuPageDto page, ResponseContext context) {
        List<LicenseRow> rows = new ArrayList<>();
        for (SkuDto sku : context.requireRows(page.value(), "$.value")) {
            rows.add(sku);
            if (sku != null && sku.skuId() != null) {
                listed.add(new SkuId(sku.skuId()));
            }
        }
        if (page.nextLink() == null || page.nextLink().isBlank()) {
            sold.all().stream()
                    .filter(sku -> !listed.contains(sku.sku()))
                    .map(UnlistedSku::new)
                    .forEach(rows::add);
        }
        return Page.of(rows, OptionalLong.empty());
    }

    @Override
    public boolean requiresContent() {
        return true;
    }

    @Override
    public String rowPath(int row) {
        return GraphResponseConventions.rowPath(row);
    }

    /** Rows without an identifying SKU are never merged. */
    @Override
    public Object key(LicenseConsumption row) {
        return row.sku().isIdentifying() ? row.sku() : row;
    }

    @Override
    public RowMapper<LicenseRow, LicenseConsumption> mapper() {
        return (row, path, context) -> row instanceof UnlistedSku unlisted
                ? SubscribedSkuMapper.toConsumption(unlisted.sold(), customer, tenant)
                : MAPPER.toConsumption((SkuDto) row, new RowContext(customer, tenant, sold, path, context));
    }
}
