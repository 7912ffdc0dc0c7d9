package dev.seatport.ports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that only the license vendor has, as far as could be seen.
 *
 * @param customer whose tenant it is, at the license vendor
 * @param organization that customer's name; {@code null} if none was reported
 * @param tenant the tenant, in the license vendor's spelling
 * @param namesakes the seat vendor's customers of the same name that have an unmatched tenant too: where to look first, no
 *     more
 * @param conclusive whether the seat vendor's tenants were all read; if not, the tenant may belong to a customer of which
 *     something is missing
 * @param deleted whether the license vendor deleted its record of the customer in this tenant
 */
public record UnmatchedTenant(
        CustomerId customer,
        @Nullable String organization,
        TenantId tenant,
        List<CustomerId> namesakes,
        boolean conclusive,
        boolean deleted) {
    public UnmatchedTenant {
        namesakes = List.copyOf(namesakes);
    }
}
