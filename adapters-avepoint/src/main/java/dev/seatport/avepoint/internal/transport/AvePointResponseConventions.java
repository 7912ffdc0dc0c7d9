package dev.seatport.avepoint.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Constants and checks that all AvePoint operations share. */
public final class AvePointResponseConventions {
    public static final Vendor VENDOR = new Vendor("avepoint");
    /** Scope of tenant seats and product seats. */
    public static final String LICENSE_SCOPE = "elements.license.read.all";
    /** Scope of the customer batch. */
    public static final String CUSTOMERS_SCOPE = "elements.customers.read.all";
    /** Scope of the older API, {@code /partner/customers}. */
    public static final String PARTNER_SCOPE = "partner.customers.read.all";
    /** Page size of a batch, in rows: the documented maximum. */
    public static final int PAGE_SIZE = 100;

    private AvePointResponseConventions() {}

    /**
     * Returns the total number of rows in the metadata.
     *
     * @return empty if the total is missing, negative or {@link Integer#MAX_VALUE}
     */
    public static OptionalLong total(@Nullable PageMetadata metadata) {
        Long total = metadata == null ? null : metadata.totalCount();
        return total == null || total < 0 || total == Integer.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /**
     * Returns a page of a batch.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the page has no list of rows
     */
    public static <R> Page<R> page(@Nullable List<R> data, @Nullable PageMetadata metadata, ResponseContext context) {
        Page<R> page = Page.of(context.requireRows(data, "$.data"), total(metadata));
        return metadata == null
                ? page
                : page.withSizeAndIndex(metadata.reportedPageSize(), metadata.reportedPageIndex());
    }

    /**
     * Returns the id of a row. A listing skips a row without an id.
     *
     * @param path JSON path of the row
     * @param field suffix of the path for the id, such as {@code .tenantId}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the id is missing, {@code null}, blank or the
     *     empty GUID
     */
    public static String requireId(@Nullable String id, String path, String field, ResponseContext context) {
        if (id == null || !new TenantId(id).isIdentifying()) {
            throw context.missingId(path + field);
        }
        return id;
    }
}
