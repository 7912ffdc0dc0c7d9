package dev.seatport.avepoint.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What all of AvePoint's operations share. */
public final class AvePointProtocol {
    public static final Vendor VENDOR = new Vendor("avepoint");
    /** The scope of tenant seats and product seats. */
    public static final String LICENSE_SCOPE = "elements.license.read.all";
    /** The scope of the customer batch. */
    public static final String CUSTOMERS_SCOPE = "elements.customers.read.all";
    /** The scope of the older family, {@code /partner/customers}. */
    public static final String PARTNER_SCOPE = "partner.customers.read.all";
    /** The largest page that a batch serves. */
    public static final int PAGE_SIZE = 100;

    private AvePointProtocol() {}

    /** The total of a page's metadata, if it has a usable one. */
    public static OptionalLong total(@Nullable PageMetadata metadata) {
        Long total = metadata == null ? null : metadata.totalCount();
        return total == null || total < 0 || total == Integer.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /**
     * A page of a batch.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it has no list of rows
     */
    public static <R> Page<R> page(@Nullable List<R> data, @Nullable PageMetadata metadata, ResponseContext answer) {
        Page<R> page = Page.of(answer.requireRows(data, "$.data"), total(metadata));
        return metadata == null ? page : page.claiming(metadata.size(), metadata.index());
    }

    /**
     * The id of a row, without which the row is passed over. The empty GUID identifies nothing.
     *
     * @param path where its row stands
     * @param field what is put behind it for the id, such as {@code .tenantId}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it is missing, {@code null} or blank, or
     *     the empty GUID
     */
    public static String requireId(@Nullable String id, String path, String field, ResponseContext answer) {
        if (id == null || !new TenantId(id).isIdentifying()) {
            throw answer.unidentified(path + field);
        }
        return id;
    }
}
