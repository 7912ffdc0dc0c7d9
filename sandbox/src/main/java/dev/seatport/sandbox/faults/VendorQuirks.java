package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * Standing differences between the simulated vendors and their current documents. Immutable; each method returns a copy.
 *
 * @param active the quirks
 * @param maxPageSize the most rows that AvePoint puts on a page, whatever was asked for: 1 to 100, the documented maximum
 */
public record VendorQuirks(Set<Quirk> active, int maxPageSize) {
    private static final int DOCUMENTED_PAGE_SIZE = 100;
    private static final VendorQuirks NONE = new VendorQuirks(Set.of(), DOCUMENTED_PAGE_SIZE);

    /** One difference. */
    public enum Quirk {
        /**
         * AvePoint answers tenant seats as an array without metadata, as the older "Retrieve customer tenant user seats" prints it. It
         * pages all the same, and a page beyond the last one is empty.
         */
        BARE_ARRAYS,
        /** AvePoint disregards {@code tenantIds}, a filter that the older document does not know. */
        IGNORED_TENANT_FILTER,
        /** AvePoint's product overview says {@code availableUserSeat}, as the older document does. */
        OLDER_PRODUCT_FIELD,
        /**
         * C3 spells the keys of licenses and violations as the explanations of its documents do ({@code AvaiableUnits}, {@code
         * Totalunits}, {@code Productname}, {@code Attribute}, {@code AttributeKey}) and not as their samples.
         */
        EXPLANATION_SPELLING,
        /** Both vendors write counts of seats and licenses, and AvePoint's {@code productType}, as strings of digits. */
        NUMBERS_AS_STRINGS
    }

    /** Checks the page size. */
    public VendorQuirks {
        active = Set.copyOf(active);
        if (maxPageSize < 1 || maxPageSize > DOCUMENTED_PAGE_SIZE) {
            throw new IllegalArgumentException("a page has 1 to " + DOCUMENTED_PAGE_SIZE + " rows, not " + maxPageSize);
        }
    }

    /** The vendors of the documents. */
    public static VendorQuirks none() {
        return NONE;
    }

    /** These quirks alone. */
    public static VendorQuirks of(Quirk first, Quirk... others) {
        return new VendorQuirks(EnumSet.of(first, others), DOCUMENTED_PAGE_SIZE);
    }

    /** These, with another page size. */
    public VendorQuirks withMaxPageSize(int rows) {
        return new VendorQuirks(active, rows);
    }

    /** Returns whether a quirk is among these. */
    public boolean has(Quirk quirk) {
        return active.contains(quirk);
    }
}
