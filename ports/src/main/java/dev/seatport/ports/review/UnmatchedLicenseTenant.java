package dev.seatport.ports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tenant that the license vendor has and that no customer of the seat vendor was found to have.
 *
 * @param customer the license vendor's customer that has the tenant
 * @param organization that customer's name; {@code null} if the vendor reported none
 * @param tenant the tenant, in the license vendor's spelling
 * @param namesakes the seat vendor's customers that have the same name and an unmatched tenant too: a hint where to look,
 *     not a match
 * @param conclusive whether the review read all tenants of the seat vendor; if not, the tenant may belong to a customer with
 *     a gap
 * @param deleted whether the license vendor deleted its record of the customer in this tenant
 * @param licenses the licenses of the tenant, one position per SKU; {@code null} if the review did not read all of them
 * @param finding the finding about the tenant; {@code null} if the tenant is not conclusive or deleted
 * @param exclusion the exclusion in force that suppresses the finding; {@code null} if there is none
 */
public record UnmatchedLicenseTenant(
        CustomerId customer,
        @Nullable String organization,
        TenantId tenant,
        List<CustomerId> namesakes,
        boolean conclusive,
        boolean deleted,
        @Nullable List<LicensePosition> licenses,
        @Nullable Finding finding,
        @Nullable Exclusion exclusion) {
    public UnmatchedLicenseTenant {
        namesakes = List.copyOf(namesakes);
        licenses = licenses == null ? null : List.copyOf(licenses);
    }

    /** Creates a tenant without licenses and without a finding. */
    public UnmatchedLicenseTenant(
            CustomerId customer,
            @Nullable String organization,
            TenantId tenant,
            List<CustomerId> namesakes,
            boolean conclusive,
            boolean deleted) {
        this(customer, organization, tenant, namesakes, conclusive, deleted, null, null, null);
    }
}
