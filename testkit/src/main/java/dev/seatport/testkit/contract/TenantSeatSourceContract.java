package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Contract of {@link TenantSeatSource}. The author of an adapter extends this class. */
public abstract class TenantSeatSourceContract extends PerCustomerListingContract<TenantSeats> {
    /** For subclasses. */
    protected TenantSeatSourceContract() {}

    /** Returns the port under test. */
    protected abstract TenantSeatSource port();

    /** Returns the query of {@link #truth()}: all tenants of one kind of one customer. */
    protected abstract TenantSeatQuery query();

    @Override
    final CustomerId knownCustomer() {
        return query().customer();
    }

    @Override
    final Flow.Publisher<Observed<TenantSeats>> listingOf(CustomerId customer) {
        TenantSeatQuery query = query();
        return port().seats(new TenantSeatQuery(customer, query.kind(), query.tenants(), query.seatStatus()));
    }

    @Override
    final boolean hasAbsentValue(TenantSeats row) {
        return !row.assigned().isReported() || !row.available().isReported();
    }

    @Test
    void listsOnlyTheRequestedTenants() {
        TenantSeats wanted = truth().get(1);

        TestSubscriber.Outcome<Observed<TenantSeats>> outcome = TestSubscriber.everything(
                port().seats(query().forTenants(List.of(wanted.tenant().id()))));

        assertThat(outcome.failure()).isNull();
        assertThat(Await.values(outcome.rows())).containsExactly(wanted);
    }
}
