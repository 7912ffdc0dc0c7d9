package dev.seatport.benchmarks.sweep;

import dev.seatport.benchmarks.vendor.BenchmarkFleet;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;

/** What a review told, held against the fleet: all customers, in order, each with all of its numbers. For one thread. */
final class ReviewVerifier {
    private final BenchmarkFleet benchmarkFleet;
    private int customers;
    private boolean finished;
    private boolean whole;

    ReviewVerifier(BenchmarkFleet benchmarkFleet) {
        this.benchmarkFleet = benchmarkFleet;
    }

    void add(ReviewEvent event) {
        if (event instanceof ReviewEvent.Reviewed reviewed) {
            customer(reviewed.customer().position());
        } else if (event instanceof ReviewEvent.Unmatched unmatched) {
            throw new IllegalStateException("a tenant that is there was not found: " + unmatched.tenant());
        } else if (event instanceof ReviewEvent.Finished end) {
            finished = true;
            whole = end.completeness().whole();
        }
    }

    boolean finished() {
        return finished;
    }

    void check(int due) {
        if (!whole || customers != due) {
            throw new IllegalStateException("the review is not whole: " + customers + " customers instead of " + due);
        }
    }

    private void customer(CustomerPosition position) {
        int tenants = benchmarkFleet.tenants(customers);
        boolean right = position.complete()
                && position.customer().value().id().value().equals(BenchmarkFleet.avePointId(customers))
                && position.tenantSeats().size() == tenants
                && position.licenses().size() == tenants * BenchmarkFleet.LICENSES
                && position.productSeats().size() == 1
                && position.productSeats().get(0).value().purchased().equals(Quantity.of(BenchmarkFleet.PURCHASED))
                && assigned(position) == benchmarkFleet.assignedOf(customers);
        if (!right) {
            throw new IllegalStateException("customer " + customers + " is not whole: " + position);
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
