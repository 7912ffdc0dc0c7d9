package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.internal.IdEquality;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a finding across reviews: two findings with equal keys are the same finding at two times.
 *
 * @param kind the kind of finding
 * @param vendor the vendor whose counts the finding is from
 * @param customer the customer
 * @param tenant the tenant; {@code null} if the finding is not about one
 * @param product the product; {@code null} if the finding is not about one
 * @param sku the SKU; {@code null} if the finding is not about one
 */
public record FindingKey(
        FindingKind kind,
        Vendor vendor,
        CustomerId customer,
        @Nullable TenantId tenant,
        @Nullable ProductCode product,
        @Nullable SkuId sku) {

    /**
     * Returns the key as text, stable from review to review, so that a ticket system can track the finding. The six parts are
     * joined with {@code /}; an absent part is empty. GUIDs are in lower case with dashes. {@code %} and {@code /} within a
     * part are written {@code %25} and {@code %2F}.
     */
    public String id() {
        return String.join(
                "/",
                kind.name(),
                vendor.name(),
                part(customer.value()),
                part(tenant == null ? "" : tenant.value()),
                part(product == null ? "" : product.value()),
                part(sku == null ? "" : sku.value()));
    }

    private static String part(String value) {
        return IdEquality.canonical(value).replace("%", "%25").replace("/", "%2F");
    }
}
