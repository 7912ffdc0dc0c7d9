package dev.seatport.avepoint;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.contract.PublisherContract;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AvePointTenantSeatsPublisherContractTest extends PublisherContract<Observed<TenantSeats>> {
    @RegisterExtension
    final ConnectedAvePoint vendor = new ConnectedAvePoint(1, 1, AvePointApiVersion.CURRENT);

    @Override
    protected Flow.Publisher<Observed<TenantSeats>> publisher(long rows) {
        AvePoint adapter = vendor.reconnect(1, Math.toIntExact(rows));
        CustomerId customer = SandboxedAvePoint.id(vendor.fleet().customer(0));
        return adapter.tenantSeats().seats(TenantSeatQuery.all(customer, TenantKind.MICROSOFT_365));
    }

    /** A page has two rows, so more rows take too many requests. */
    @Override
    protected long maxRows() {
        return 100;
    }
}
