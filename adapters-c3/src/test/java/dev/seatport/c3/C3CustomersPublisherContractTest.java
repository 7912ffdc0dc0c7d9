package dev.seatport.c3;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class C3CustomersPublisherContractTest extends PublisherContract<Observed<Customer>> {
    @RegisterExtension
    final ConnectedC3 vendor = new ConnectedC3(1, 1);

    @Override
    protected Flow.Publisher<Observed<Customer>> publisher(long rows) {
        String response = GeneratedReport.envelope(rows, row -> new JsonObject().put("CustomerID", "customer-" + row));
        vendor.injectFaults(Fault.body(response).at(RequestMatcher.of(RequestKind.CUSTOMERS)));
        return vendor.adapter().customers().all();
    }

    /** All rows come in one response, whatever the demand. */
    @Override
    protected long maxRows() {
        return 1_000;
    }
}
