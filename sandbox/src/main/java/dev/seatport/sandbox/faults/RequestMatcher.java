package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * Selects the requests that a fault applies to. A request must match every component. Immutable; each method returns a copy.
 *
 * @param kinds kinds of requests; empty for all
 * @param vendors vendors; empty for all
 * @param customerId AvePoint's or C3's id of the customer in the path, or the tenant of Graph's token or token request, compared without
 *     letter case; empty for any or none
 * @param firstPage first page, from 1; a request without a page counts as page 1
 * @param lastPage last page
 * @param share share of the matching requests, 0 to 1, drawn for each call
 * @param calls maximum number of requests; {@link #ALWAYS} for no limit
 * @param inARow maximum number of consecutive calls of one request; the next call is not affected. 0 for no limit
 */
public record RequestMatcher(
        Set<RequestKind> kinds,
        Set<SandboxVendorName> vendors,
        String customerId,
        int firstPage,
        int lastPage,
        double share,
        int calls,
        int inARow) {
    /** No limit on the number of requests. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final int NO_LAST_PAGE = Integer.MAX_VALUE;
    private static final RequestMatcher ALL = new RequestMatcher(Set.of(), Set.of(), "", 1, NO_LAST_PAGE, 1, ALWAYS, 0);

    /** Checks the ranges. */
    public RequestMatcher {
        kinds = Set.copyOf(kinds);
        vendors = Set.copyOf(vendors);
        ArgumentChecks.checkMin("page", firstPage, 1);
        ArgumentChecks.checkMin("last page", lastPage, firstPage);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1, not " + share);
        }
        ArgumentChecks.checkMin("number of calls", calls, 0);
        ArgumentChecks.checkMin("calls in a row", inARow, 0);
    }

    /** Matches every request. */
    public static RequestMatcher all() {
        return ALL;
    }

    /** Matches requests of these kinds. */
    public static RequestMatcher of(RequestKind first, RequestKind... others) {
        return ALL.ofKinds(EnumSet.of(first, others));
    }

    /** Restricts to these kinds. */
    public RequestMatcher ofKinds(Set<RequestKind> value) {
        return new RequestMatcher(value, vendors, customerId, firstPage, lastPage, share, calls, inARow);
    }

    /** Restricts to a vendor. */
    public RequestMatcher ofVendor(SandboxVendorName vendor) {
        return new RequestMatcher(kinds, Set.of(vendor), customerId, firstPage, lastPage, share, calls, inARow);
    }

    /** Restricts to requests with the customer's id in the path; for Graph, to requests for a tenant. */
    public RequestMatcher ofCustomer(String id) {
        return new RequestMatcher(kinds, vendors, id, firstPage, lastPage, share, calls, inARow);
    }

    /** Restricts to a page. */
    public RequestMatcher onPage(int page) {
        return onPages(page, page);
    }

    /** Restricts to a range of pages. */
    public RequestMatcher onPages(int first, int last) {
        return new RequestMatcher(kinds, vendors, customerId, first, last, share, calls, inARow);
    }

    /** Restricts to a page and those after it. */
    public RequestMatcher fromPage(int page) {
        return onPages(page, NO_LAST_PAGE);
    }

    /** Restricts to a share. The seed decides anew for each call of a request. Requests are identified by path, query and body. */
    public RequestMatcher share(double value) {
        return new RequestMatcher(kinds, vendors, customerId, firstPage, lastPage, value, calls, inARow);
    }

    /** Restricts to the next matching requests. */
    public RequestMatcher next(int value) {
        return new RequestMatcher(kinds, vendors, customerId, firstPage, lastPage, share, value, inARow);
    }

    /**
     * Restricts to this many consecutive calls of one request. All faults of a plan that have such a limit are counted together. A client
     * that retries once more than the highest limit therefore always succeeds.
     */
    public RequestMatcher atMostInARow(int value) {
        return new RequestMatcher(kinds, vendors, customerId, firstPage, lastPage, share, calls, value);
    }
}
