package dev.seatport.graph;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class GraphLicensesPublisherContractTest extends PublisherContract<Observed<LicenseConsumption>> {
    @RegisterExtension
    final ConnectedGraph vendor = new ConnectedGraph();

    @Override
    protected Flow.Publisher<Observed<LicenseConsumption>> publisher(long rows) {
        vendor.server().skus(rows, row -> new JsonObject().put("skuId", "sku-" + row));
        return vendor.adapter().licenses().consumption(StubbedGraph.CUSTOMER, new TenantId(StubbedGraph.TENANT));
    }
}
