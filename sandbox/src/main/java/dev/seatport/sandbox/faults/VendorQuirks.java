package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * Permanent differences of the simulated vendors from their current documents. Immutable; each method returns a copy.
 *
 * @param active active quirks
 * @param maxPageSize maximum rows on an AvePoint page, 1 to the documented maximum of 100, whatever the request asks for
 */
public record VendorQuirks(Set<Quirk> active, int maxPageSize) {
    private static final int DOCUMENTED_PAGE_SIZE = 100;
    private static final VendorQuirks NONE = new VendorQuirks(Set.of(), DOCUMENTED_PAGE_SIZE);

    /** One difference. */
    public enum Quirk {
        /**
         * AvePoint sends tenant seats as an array without metadata, as the older "Retrieve customer tenant user seats" shows it. Paging
         * works all the same; a page after the last one is empty.
         */
        BARE_ARRAYS,
        /** AvePoint ignores {@code tenantIds}, a filter that the older document does not have. */
        IGNORED_TENANT_FILTER,
        /** AvePoint's product overview has {@code availableUserSeat}, as in the older document. */
        OLDER_PRODUCT_FIELD,
        /**
         * C3 spells the keys of licenses and violations as its documents' explanations do, not as their samples: {@code AvaiableUnits},
         * {@code Totalunits}, {@code Productname}, {@code Attribute}, {@code AttributeKey}.
         */
        EXPLANATION_SPELLING,
        /** Both vendors send counts of seats and licenses as strings of digits; AvePoint also {@code productType}. */
        NUMBERS_AS_STRINGS
    }

    /** Checks the page size. */
    public VendorQuirks {
        active = Set.copyOf(active);
        if (maxPageSize < 1 || maxPageSize > DOCUMENTED_PAGE_SIZE) {
            throw new IllegalArgumentException(
                    "maximum page size must be 1 to " + DOCUMENTED_PAGE_SIZE + " rows, not " + maxPageSize);
        }
    }

    /** Returns the vendors as documented. */
    public static VendorQuirks none() {
        return NONE;
    }

    /** Returns these quirks only. */
    public static VendorQuirks of(Quirk first, Quirk... others) {
        return new VendorQuirks(EnumSet.of(first, others), DOCUMENTED_PAGE_SIZE);
    }

    /** Sets the maximum page size. */
    public VendorQuirks withMaxPageSize(int rows) {
        return new VendorQuirks(active, rows);
    }

    /** Returns whether a quirk is active. */
    public boolean has(Quirk quirk) {
        return active.contains(quirk);
    }
}
