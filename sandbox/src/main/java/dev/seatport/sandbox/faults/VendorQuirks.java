package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * Differences between the simulated vendors and their current documents. They apply to every response. Immutable.
 *
 * @param active active quirks
 * @param maxPageSize maximum rows on a page of AvePoint or Graph, 1 to 100, whatever the request asks for
 */
public record VendorQuirks(Set<Quirk> active, int maxPageSize) {
    private static final int MAX_PAGE_SIZE = 100;
    private static final VendorQuirks NONE = new VendorQuirks(Set.of(), MAX_PAGE_SIZE);

    /** One difference. */
    public enum Quirk {
        /**
         * AvePoint sends tenant seats as an array without metadata. Its older document "Retrieve customer tenant user seats" shows this
         * format. Paging does not change: a request past the last page returns an empty array.
         */
        BARE_ARRAYS,
        /** AvePoint ignores {@code tenantIds}, a filter that the older document does not have. */
        IGNORED_TENANT_FILTER,
        /** AvePoint's product overview has {@code availableUserSeat}, as in the older document. */
        OLDER_PRODUCT_FIELD,
        /**
         * C3 sends the keys {@code AvaiableUnits}, {@code Totalunits}, {@code Productname}, {@code Attribute} and
         * {@code AttributeKey} in licenses and violations. C3's field explanations and its JSON samples spell these keys differently;
         * this quirk uses the spelling of the explanations. {@code AvaiableUnits} is C3's own spelling.
         */
        EXPLANATION_SPELLING,
        /** All vendors send counts of seats and licenses as strings of digits. AvePoint also sends {@code productType} as a string. */
        NUMBERS_AS_STRINGS,
        /** Graph sends each second page of a listing without rows. Such a page has a link, and its rows follow on the next page. */
        EMPTY_LINKED_PAGES
    }

    /** Checks the page size. */
    public VendorQuirks {
        active = Set.copyOf(active);
        if (maxPageSize < 1 || maxPageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException(
                    "maximum page size must be 1 to " + MAX_PAGE_SIZE + " rows, not " + maxPageSize);
        }
    }

    /** Returns an instance without quirks. */
    public static VendorQuirks none() {
        return NONE;
    }

    /** Returns an instance with these quirks and the highest maximum page size. */
    public static VendorQuirks of(Quirk first, Quirk... others) {
        return new VendorQuirks(EnumSet.of(first, others), MAX_PAGE_SIZE);
    }

    /** Returns a copy with this maximum page size. */
    public VendorQuirks withMaxPageSize(int rows) {
        return new VendorQuirks(active, rows);
    }

    /** Returns whether a quirk is active. */
    public boolean has(Quirk quirk) {
        return active.contains(quirk);
    }
}
