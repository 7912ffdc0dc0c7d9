package dev.seatport.benchmarks.listing;

import dev.seatport.benchmarks.vendor.Fleet;

/** What the rows of a listing come to. For one thread at a time. */
final class Sums {
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
        Sums due = new Sums();
        for (int tenant = 0; tenant < tenants; tenant++) {
            due.add(Fleet.assigned(tenant), Fleet.available(tenant));
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
