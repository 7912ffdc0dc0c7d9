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

/** All fakes deliver through one publisher, so one of them stands for all. */
class InMemoryListingPublisherContractTest extends PublisherContract<Observed<TenantSeats>> {
    @Override
    protected Flow.Publisher<Observed<TenantSeats>> publisher(long rows) {
        TenantSeats[] seats = LongStream.range(0, rows)
                .mapToObj(row -> AcmeFakes.seats("tenant-" + row, Quantity.of(row)))
                .toArray(TenantSeats[]::new);
        return new InMemoryTenantSeatSource(AcmeFakes.VENDOR)
                .knows(AcmeFakes.CAFE)
                .with(seats)
                .seats(TenantSeatQuery.all(AcmeFakes.CAFE, TenantKind.MICROSOFT_365));
    }

    /** They are all made beforehand. */
    @Override
    protected long maxRows() {
        return 1_000;
    }

    /** They come on the thread that asks. */
    @Override
    protected Duration signalTimeout() {
        return Duration.ofMillis(300);
    }
}
