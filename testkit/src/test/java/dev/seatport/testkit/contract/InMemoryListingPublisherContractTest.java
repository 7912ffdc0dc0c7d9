package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;

/** All fakes use the same publisher, so one test covers all. */
class InMemoryListingPublisherContractTest extends PublisherContract<Observed<TenantSeats>> {
    @Override
    protected Flow.Publisher<Observed<TenantSeats>> publisher(long rows) {
        TenantSeats[] seats = LongStream.range(0, rows)
                .mapToObj(row -> AcmeFakes.seats("tenant-" + row, Quantity.of(row)))
                .toArray(TenantSeats[]::new);
        return new InMemoryTenantSeatSource(AcmeFakes.VENDOR)
                .withCustomer(AcmeFakes.CAFE)
                .with(seats)
                .seats(TenantSeatQuery.all(AcmeFakes.CAFE, TenantKind.MICROSOFT_365));
    }

    /** The rows are created in advance. */
    @Override
    protected long maxRows() {
        return 1_000;
    }

    /** Rows are emitted on the thread of the subscriber. */
    @Override
    protected Duration signalTimeout() {
        return Duration.ofMillis(300);
    }
}
