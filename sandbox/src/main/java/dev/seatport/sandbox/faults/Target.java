package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which exchanges a fault strikes: those that fit every one of its parts. Immutable; each method gives a copy.
 *
 * @param paths the kinds of paths; empty for all
 * @param vendors the vendors; empty for both
 * @param customerId AvePoint's or C3's id of the customer in the path, whatever the letter case; empty for any or none
 * @param firstPage the first page, from 1; a request that asks for no page asks for page 1
 * @param lastPage the last page
 * @param share the share of the exchanges that fit, from 0 to 1, drawn anew for each call
 * @param calls how many exchanges it strikes in all; {@link #ALWAYS} for no end
 * @param inARow how many calls of one request may be struck in a row before one is let through; 0 for no end
 */
public record Target(
        Set<PathKind> paths,
        Set<Vendor> vendors,
        String customerId,
        int firstPage,
        int lastPage,
        double share,
        int calls,
        int inARow) {
    /** No end to the exchanges. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final int NO_LAST_PAGE = Integer.MAX_VALUE;
    private static final Target ALL = new Target(Set.of(), Set.of(), "", 1, NO_LAST_PAGE, 1, ALWAYS, 0);

    /** Checks the ranges. */
    public Target {
        paths = Set.copyOf(paths);
        vendors = Set.copyOf(vendors);
        Checks.atLeast("a page", firstPage, 1);
        Checks.atLeast("the last page", lastPage, firstPage);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share);
        }
        Checks.atLeast("the number of calls", calls, 0);
        Checks.atLeast("the calls in a row", inARow, 0);
    }

    /** Every exchange. */
    public static Target all() {
        return ALL;
    }

    /** Exchanges of these kinds. */
    public static Target path(PathKind first, PathKind... others) {
        return ALL.onPaths(EnumSet.of(first, others));
    }

    /** Exchanges of a vendor. */
    public static Target vendor(Vendor vendor) {
        return ALL.ofVendor(vendor);
    }

    /** Exchanges with a customer's id in the path. */
    public static Target customer(String customerId) {
        return ALL.ofCustomer(customerId);
    }

    /** Exchanges about a page. */
    public static Target page(int page) {
        return ALL.onPages(page, page);
    }

    /** These, if they are of one of these kinds. */
    public Target onPaths(Set<PathKind> kinds) {
        return new Target(kinds, vendors, customerId, firstPage, lastPage, share, calls, inARow);
    }

    /** These, if they are of the vendor. */
    public Target ofVendor(Vendor vendor) {
        return new Target(paths, Set.of(vendor), customerId, firstPage, lastPage, share, calls, inARow);
    }

    /** These, if they have the customer's id in their path. */
    public Target ofCustomer(String id) {
        return new Target(paths, vendors, id, firstPage, lastPage, share, calls, inARow);
    }

    /** These, if they ask for the page. */
    public Target onPage(int page) {
        return onPages(page, page);
    }

    /** These, if they ask for one of the pages. */
    public Target onPages(int first, int last) {
        return new Target(paths, vendors, customerId, first, last, share, calls, inARow);
    }

    /** These, if they ask for the page or one behind it. */
    public Target fromPage(int page) {
        return onPages(page, NO_LAST_PAGE);
    }

    /** A share of these. A request is told apart by its path, query and body, and each of its calls draws anew from the seed. */
    public Target share(double value) {
        return new Target(paths, vendors, customerId, firstPage, lastPage, value, calls, inARow);
    }

    /** The next of these only, so many. */
    public Target next(int value) {
        return new Target(paths, vendors, customerId, firstPage, lastPage, share, value, inARow);
    }

    /**
     * These, but for a call whose request was struck by so many calls in a row. All faults of a plan that have such a limit are counted
     * together, so that a client that tries once more often than the highest of them always gets through.
     */
    public Target atMostInARow(int value) {
        return new Target(paths, vendors, customerId, firstPage, lastPage, share, calls, value);
    }
}
