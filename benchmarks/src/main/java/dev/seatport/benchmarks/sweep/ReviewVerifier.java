package dev.seatport.benchmarks.sweep;

import dev.seatport.benchmarks.vendor.BenchmarkFleet;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;

/** Compares a review with the fleet: all customers, in order, each with all counts. Not thread-safe. */
final class ReviewVerifier {
    private final BenchmarkFleet fleet;
    private int customers;
    private boolean finished;
    private boolean complete;

    ReviewVerifier(BenchmarkFleet fleet) {
        this.fleet = fleet;
    }

    void add(ReviewEvent event) {
        if (event instanceof ReviewEvent.Reviewed reviewed) {
            checkCustomer(reviewed.customer().position());
        } else if (event instanceof ReviewEvent.Unmatched unmatched) {
            throw new IllegalStateException("tenant of the fleet reported as unmatched: " + unmatched.tenant());
        } else if (event instanceof ReviewEvent.Finished end) {
            finished = true;
            complete = end.completeness().whole();
        }
    }

    boolean isFinished() {
        return finished;
    }

    void check(int expected) {
        if (!complete || customers != expected) {
            throw new IllegalStateException("incomplete review: " + customers + " customers; expected " + expected);
        }
    }

    private void checkCustomer(CustomerPosition position) {
        int tenants = fleet.tenants(customers);
        boolean correct = position.complete()
                && position.customer().value().id().value().equals(BenchmarkFleet.avePointId(customers))
                && position.tenantSeats().size() == tenants
                && position.licenses().size() == tenants * BenchmarkFleet.LICENSES
                && position.productSeats().size() == 1
                && position.productSeats().get(0).value().purchased().equals(Quantity.of(BenchmarkFleet.PURCHASED))
                && assigned(position) == fleet.assignedOf(customers);
        if (!correct) {
            throw new IllegalStateException("customer " + customers + " is incomplete or wrong: " + position);
        }
        customers++;
    }

    private static long assigned(CustomerPosition position) {
        return position.tenantSeats().stream()
                .map(row -> row.value().assigned())
                .mapToLong(seats -> seats instanceof Quantity.Reported reported ? reported.value() : 0)
                .sum();
    }
}
