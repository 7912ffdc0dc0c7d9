package dev.seatport.avepoint;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.testkit.contract.PublisherContract;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AvePointCustomersPublisherContractTest extends PublisherContract<Observed<Customer>> {
    @RegisterExtension
    final ConnectedAvePoint vendor = new ConnectedAvePoint(1, 1, AvePointApiVersion.CURRENT);

    @Override
    protected Flow.Publisher<Observed<Customer>> publisher(long rows) {
        return vendor.reconnect(Math.toIntExact(rows), 1).customers().all();
    }

    /** A page has two rows, so more rows take too many requests. */
    @Override
    protected long maxRows() {
        return 100;
    }
}
