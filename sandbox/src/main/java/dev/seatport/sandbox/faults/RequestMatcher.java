package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * The exchanges that a fault strikes: those that fit every one of its parts. Immutable; each method returns a copy.
 *
 * @param kinds the kinds of requests; empty for all
 * @param vendors the vendors; empty for both
 * @param customerId AvePoint's or C3's id of the customer in the path, whatever the letter case; empty for any or none
 * @param firstPage the first page, from 1; a request that asks for no page asks for page 1
 * @param lastPage the last page
 * @param share the share of the exchanges that fit, from 0 to 1, drawn anew for each call
 * @param calls how many exchanges it strikes in all; {@link #ALWAYS} for no end
 * @param inARow how many calls of one request may be struck in a row before one is let through; 0 for no end
 */
public record RequestMatcher(
        Set<RequestKind> kinds,
        Set<FaultTarget> vendors,
        String customerId,
        int firstPage,
        int lastPage,
        double share,
        int calls,
        int inARow) {
    /** No end to the exchanges. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final int NO_LAST_PAGE = Integer.MAX_VALUE;
    private static final RequestMatcher ALL = new RequestMatcher(Set.of(), Set.of(), "", 1, NO_LAST_PAGE, 1, ALWAYS, 0);

    /** Checks the ranges. */
    public RequestMatcher {
        kinds = Set.copyOf(kinds);
        vendors = Set.copyOf(vendors);
        Preconditions.checkMin("a page", firstPage, 1);
        Preconditions.checkMin("the last page", lastPage, firstPage);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share);
        }
        Preconditions.checkMin("the number of calls", calls, 0);
        Preconditions.checkMin("the calls in a row", inARow, 0);
    }

    /** Every exchange. */
    public static RequestMatcher all() {
        return ALL;
    }

    /** Exchanges of these kinds. */
    public static RequestMatcher of(RequestKind first, RequestKind... others) {
        return ALL.ofKinds(EnumSet.of(first, others));
    }

    /** These, if they are of one of these kinds. */
    public RequestMatcher ofKinds(Set<RequestKind> value) {
        return new RequestMatcher(value, vendors, customerId, firstPage, lastPage, share, calls, inARow);
    }

    /** These, if they are of the vendor. */
    public RequestMatcher ofVendor(FaultTarget vendor) {
        return new RequestMatcher(kinds, Set.of(vendor), customerId, firstPage, lastPage, share, calls, inARow);
    }

    /** These, if they have the customer's id in their path. */
    public RequestMatcher ofCustomer(String id) {
        return new RequestMatcher(kinds, vendors, id, firstPage, lastPage, share, calls, inARow);
    }

    /** These, if they ask for the page. */
    public RequestMatcher onPage(int page) {
        return onPages(page, page);
    }

    /** These, if they ask for one of the pages. */
    public RequestMatcher onPages(int first, int last) {
        return new RequestMatcher(kinds, vendors, customerId, first, last, share, calls, inARow);
    }

    /** These, if they ask for the page or one behind it. */
    public RequestMatcher fromPage(int page) {
        return onPages(page, NO_LAST_PAGE);
    }

    /** A share of these. A request is told apart by its path, query and body, and each of its calls draws anew from the seed. */
    public RequestMatcher share(double value) {
        return new RequestMatcher(kinds, vendors, customerId, firstPage, lastPage, value, calls, inARow);
    }

    /** That many of these, the next ones. */
    public RequestMatcher next(int value) {
        return new RequestMatcher(kinds, vendors, customerId, firstPage, lastPage, share, value, inARow);
    }

    /**
     * These, but for a call whose request was struck by that many calls in a row. All faults of a plan that have such a limit are
     * counted together, so that a client that tries once more often than the highest of them always gets through.
     */
    public RequestMatcher atMostInARow(int value) {
        return new RequestMatcher(kinds, vendors, customerId, firstPage, lastPage, share, calls, value);
    }
}
