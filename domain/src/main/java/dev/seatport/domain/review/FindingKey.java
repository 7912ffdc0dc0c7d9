package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.internal.IdEquality;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about. Two findings about the same subject are the same finding, seen at two times.
 *
 * @param kind what is wrong
 * @param vendor whose numbers show it
 * @param customer with whom
 * @param tenant in which tenant; {@code null} if it is not about one
 * @param product with which product; {@code null} if it is not about one
 * @param sku with which licenses; {@code null} if it is not about any
 */
public record FindingKey(
        FindingKind kind,
        Vendor vendor,
        CustomerId customer,
        @Nullable TenantId tenant,
        @Nullable ProductCode product,
        @Nullable SkuId sku) {

    /**
     * A text that stays the same from review to review, so that a ticket can follow the finding: the six parts joined
     * with {@code /}, a part that does not apply left empty, GUIDs in lower case with dashes, {@code %} and {@code /} inside a part
     * written {@code %25} and {@code %2F}.
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
