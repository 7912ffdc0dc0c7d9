package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.FailureKind;

/**
 * Point of failure of a listing under test.
 *
 * @param rows number of rows before the failure: at least one, fewer than all
 * @param kind the kind of the failure
 */
public record ListingFailurePoint(int rows, FailureKind kind) {
    public ListingFailurePoint {
        if (rows < 1) {
            throw new IllegalArgumentException("a partial listing must have at least one row");
        }
    }
}
