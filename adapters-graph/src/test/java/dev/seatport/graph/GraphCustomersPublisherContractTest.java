package dev.seatport.graph;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class GraphCustomersPublisherContractTest extends PublisherContract<Observed<Customer>> {
    @RegisterExtension
    final ConnectedGraph vendor = new ConnectedGraph();

    @Override
    protected Flow.Publisher<Observed<Customer>> publisher(long rows) {
        vendor.server().contracts(rows, row -> new JsonObject().put("customerId", "customer-" + row));
        return vendor.adapter().customers().all();
    }
}
