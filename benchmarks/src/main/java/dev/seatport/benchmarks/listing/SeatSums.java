package dev.seatport.benchmarks.listing;

import dev.seatport.benchmarks.vendor.BenchmarkFleet;

/** What the rows of a listing come to. For one thread at a time. */
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

    /** Fails unless all tenants came, each with its numbers. */
    void check(int tenants) {
        SeatSums due = new SeatSums();
        for (int tenant = 0; tenant < tenants; tenant++) {
            due.add(BenchmarkFleet.assigned(tenant), BenchmarkFleet.available(tenant));
        }
        if (rows != due.rows || assigned != due.assigned || available != due.available) {
            throw new IllegalStateException("the listing is not whole: " + this + " instead of " + due);
        }
    }

    @Override
    public String toString() {
        return rows + " rows, " + assigned + " assigned, " + available + " available";
    }
}
