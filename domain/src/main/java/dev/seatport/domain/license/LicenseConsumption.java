package dev.seatport.domain.license;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The licenses of one SKU in one tenant. None of the counts is reckoned from the others.
 *
 * @param customer for whom they were bought
 * @param tenant the tenant that they are assigned in
 * @param sku what they are licenses of
 * @param productName the SKU's name; {@code null} if the vendor reported none
 * @param purchased bought through this partner
 * @param assigned in use
 * @param available not assigned, as the vendor reports it; negative when more is assigned than was bought
 * @param tenantTotal bought in this tenant through all of its partners
 * @param offers what they were bought as; empty if the vendor names none
 */
public record LicenseConsumption(
        CustomerId customer,
        TenantId tenant,
        SkuId sku,
        @Nullable String productName,
        Quantity purchased,
        Quantity assigned,
        Quantity available,
        Quantity tenantTotal,
        List<Offer> offers) {

    public LicenseConsumption {
        offers = List.copyOf(offers);
    }

    /** What to call the SKU in a sentence: its name, else its id. */
    public String label() {
        return productName == null ? "SKU " + sku : productName;
    }
}
