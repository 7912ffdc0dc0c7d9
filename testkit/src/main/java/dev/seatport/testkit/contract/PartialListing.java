package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.FailureKind;

/**
 * Where a listing under test breaks off.
 *
 * @param rows how many rows still arrive: at least one, and fewer than there are
 * @param kind what it ends with
 */
public record PartialListing(int rows, FailureKind kind) {
    public PartialListing {
        if (rows < 1) {
            throw new IllegalArgumentException("a listing that breaks off has at least one row before that");
        }
    }
}
