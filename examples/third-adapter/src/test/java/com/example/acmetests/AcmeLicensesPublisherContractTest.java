package com.example.acmetests;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeLicensesPublisherContractTest extends PublisherContract<Observed<LicenseConsumption>> {
    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    @Override
    protected Flow.Publisher<Observed<LicenseConsumption>> publisher(long rows) {
        vendor.server().setRows(rows, row -> new JsonObject().put("sku", "sku-" + row));
        return vendor.acme().licenses().consumption(ConnectedAcme.BAKERY, new TenantId("tenant-1"));
    }
}
