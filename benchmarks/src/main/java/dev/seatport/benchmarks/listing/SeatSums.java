package dev.seatport.benchmarks.listing;

import dev.seatport.benchmarks.vendor.BenchmarkFleet;

/** Sums over the rows of a listing. Not thread-safe. */
final class SeatSums {
    private long rows;
    private long assigned;
    private long available;

    void add(long assignedSeats, long availableSeats) {
        rows++;
        assigned += assignedSeats;
        available += availableSeats;
    }

    long rows() {
        return rows;
    }

    /** Checks that all tenants arrived with their counts. */
    void check(int tenants) {
        SeatSums expected = new SeatSums();
        for (int tenant = 0; tenant < tenants; tenant++) {
            expected.add(BenchmarkFleet.assigned(tenant), BenchmarkFleet.available(tenant));
        }
        if (rows != expected.rows || assigned != expected.assigned || available != expected.available) {
            throw new IllegalStateException("incomplete listing: " + this + "; expected " + expected);
        }
    }

    @Override
    public String toString() {
        return rows + " rows, " + assigned + " assigned, " + available + " available";
    }
}
