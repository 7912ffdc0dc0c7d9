package dev.seatport.benchmarks.sweep;

import dev.seatport.benchmarks.vendor.Fleet;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;

/** What a review told, held against the fleet: all customers, in order, each with all of its numbers. For one thread. */
final class Heard {
    private final Fleet fleet;
    private int customers;
    private boolean finished;
    private boolean whole;

    Heard(Fleet fleet) {
        this.fleet = fleet;
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
        int tenants = fleet.tenants(customers);
        boolean right = position.complete()
                && position.customer().value().id().value().equals(Fleet.avePointId(customers))
                && position.tenantSeats().size() == tenants
                && position.licenses().size() == tenants * Fleet.LICENSES
                && position.productSeats().size() == 1
                && position.productSeats().get(0).value().purchased().equals(Quantity.of(Fleet.PURCHASED))
                && assigned(position) == fleet.assignedOf(customers);
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
