package dev.seatport.sandbox;

import dev.seatport.sandbox.deviation.FaultState;
import java.time.Duration;

/**
 * Makes the vendors behave otherwise than the current documents say. All is off at the start. Each switch may be turned from any
 * thread while the sandbox runs and counts from the next request on; each returns this object.
 */
public final class Switches {
    private static final Duration LONGEST_LATENCY = Duration.ofHours(1);

    private final FaultState state;
    private final Runnable revocation;

    Switches(FaultState state, Runnable revocation) {
        this.state = state;
        this.revocation = revocation;
    }

    /** How long every answer waits, those of the token servers too; from zero to an hour, in milliseconds. */
    public Switches latency(Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST_LATENCY) > 0) {
            throw new IllegalArgumentException("latency must be 0 to 1 h, not " + value);
        }
        state.setLatency(value);
        return this;
    }

    /** The most rows that AvePoint puts on a page, whatever was asked for: 1 to 100, the documented maximum and default. */
    public Switches maxPageSize(int rows) {
        if (rows < 1 || rows > FaultState.DOCUMENTED_PAGE_LIMIT) {
            throw new IllegalArgumentException(
                    "a page has 1 to " + FaultState.DOCUMENTED_PAGE_LIMIT + " rows, not " + rows);
        }
        state.setMaxPageSize(rows);
        return this;
    }

    /**
     * Whether AvePoint answers tenant seats as an array without metadata, the way the older "Retrieve customer tenant user seats"
     * prints it. It pages all the same, and a page beyond the last one is empty.
     */
    public Switches bareArrays(boolean on) {
        state.setBareArrays(on);
        return this;
    }

    /** Whether AvePoint disregards {@code tenantIds}, a filter that the older document does not know. */
    public Switches ignoreTenantFilter(boolean on) {
        state.setIgnoresTenantFilter(on);
        return this;
    }

    /** Whether AvePoint's product overview says {@code availableUserSeat}, as the older document does. */
    public Switches olderProductField(boolean on) {
        state.setOlderProductField(on);
        return this;
    }

    /**
     * Whether C3 spells the keys of licenses and violations as the explanations of its documents do ({@code AvaiableUnits}, {@code
     * Totalunits}, {@code Productname}, {@code Attribute}, {@code AttributeKey}) and not as their samples.
     */
    public Switches explanationSpelling(boolean on) {
        state.setExplanationSpelling(on);
        return this;
    }

    /** Whether both vendors write counts of seats and licenses, and AvePoint's {@code productType}, as strings of digits. */
    public Switches numbersAsStrings(boolean on) {
        state.setNumbersAsStrings(on);
        return this;
    }

    /**
     * Lets every vendor call with this customer's id in its path fail until {@link #clear()}. A customer has an id of its own with
     * each vendor, so its calls to the other vendor stay good. Listings are not calls about a customer.
     *
     * @param customerId AvePoint's or C3's id, whatever the letter case
     * @param status the HTTP status, from 200 to 599
     */
    public Switches failCustomer(String customerId, int status) {
        state.failCustomer(customerId, checkedStatus(status));
        return this;
    }

    /**
     * Lets the next vendor calls fail, whoever makes them; calls of the token servers are not counted. Replaces what is left of an
     * earlier order.
     *
     * @param count how many, from 0
     * @param status the HTTP status, from 200 to 599
     */
    public Switches failNext(int count, int status) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: " + count);
        }
        state.failNext(count, checkedStatus(status));
        return this;
    }

    /** The {@code Retry-After} header, written as given, of failures with status 429 or 503; empty for none, the default. */
    public Switches retryAfter(String value) {
        if (!value.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            throw new IllegalArgumentException("a header takes printable ASCII");
        }
        state.setRetryAfter(value.isEmpty() ? null : value);
        return this;
    }

    /** Turns everything off again. Tokens that were expired stay so. */
    public Switches clear() {
        state.clear();
        return this;
    }

    /** From now on every token issued so far, by either token server, is answered 401. */
    public Switches expireTokens() {
        revocation.run();
        return this;
    }

    private static int checkedStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status is 200 to 599, not " + status);
        }
        return status;
    }
}
