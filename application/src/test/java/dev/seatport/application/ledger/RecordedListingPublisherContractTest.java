package dev.seatport.application.ledger;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.contract.PublisherContract;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;

/** A listing with recording keeps the rules of Reactive Streams. */
class RecordedListingPublisherContractTest extends PublisherContract<Observed<TenantSeats>> {
    @Override
    protected Flow.Publisher<Observed<TenantSeats>> publisher(long rows) {
        RecordedPorts ports = new RecordedPorts();
        ports.tenantSeats
                .withCustomer(RecordedPorts.BAKERY)
                .with(LongStream.range(0, rows)
                        .mapToObj(row -> new TenantSeats(
                                RecordedPorts.BAKERY,
                                new Tenant(new TenantId("t-" + row), null, TenantKind.MICROSOFT_365),
                                Quantity.of(row),
                                Quantity.unreported()))
                        .toArray(TenantSeats[]::new));
        return ports.recordedSeats()
                .tenantSeats()
                .seats(TenantSeatQuery.all(RecordedPorts.BAKERY, TenantKind.MICROSOFT_365));
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
