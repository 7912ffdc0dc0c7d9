package dev.seatport.domain.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.seat.Quantity;

/**
 * What the vendor of the licenses says of the people that a product covers, to stand beside the seats. It counts licenses,
 * and a person may have several or none: the numbers are shown side by side, and nothing follows from a difference unless
 * {@code onlySeatSkus}.
 *
 * @param vendor who counts
 * @param purchased licenses bought; unreported if any of them is, or if they could not all be read
 * @param assigned licenses in use; unreported as above
 * @param onlySeatSkus whether only the SKUs are counted that the policy names as meaning one seat each; otherwise all are
 */
public record ComparedLicenses(Vendor vendor, Quantity purchased, Quantity assigned, boolean onlySeatSkus) {}
