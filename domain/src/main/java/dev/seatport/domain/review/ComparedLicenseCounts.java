package dev.seatport.domain.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.seat.Quantity;

/**
 * License counts of the license vendor, to compare with the seats of a product. A person may have several licenses or none.
 * A difference is therefore a finding only if {@code onlySeatSkus}; otherwise reports show both numbers next to each other.
 *
 * @param vendor the license vendor
 * @param purchased purchased licenses; unreported if a count is, or if the licenses of a tenant are missing
 * @param assigned licenses in use; unreported under the same conditions
 * @param onlySeatSkus whether the counts include only the SKUs that stand for one seat each by the policy; otherwise they
 *     include all SKUs that are assignable and not free
 */
public record ComparedLicenseCounts(Vendor vendor, Quantity purchased, Quantity assigned, boolean onlySeatSkus) {}
