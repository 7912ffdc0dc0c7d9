package com.example.acmetests;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.extension.RegisterExtension;

// begin: publisher-test
class AcmeCustomersPublisherContractTest extends PublisherContract<Observed<Customer>> {
    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    @Override
    protected Flow.Publisher<Observed<Customer>> publisher(long rows) {
        vendor.server().setRows(rows, row -> new JsonObject().put("id", "account-" + row));
        return vendor.acme().customers().all();
    }
}
// end: publisher-test
