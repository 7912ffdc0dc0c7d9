package dev.seatport.c3;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class C3LicensesPublisherContractTest extends PublisherContract<Observed<LicenseConsumption>> {
    @RegisterExtension
    final ConnectedC3 vendor = new ConnectedC3(1, 1);

    @Override
    protected Flow.Publisher<Observed<LicenseConsumption>> publisher(long rows) {
        String response = GeneratedReport.envelope(rows, row -> new JsonObject().put("ProductSkuId", "sku-" + row));
        vendor.injectFaults(Fault.body(response).at(RequestMatcher.of(RequestKind.LICENSES)));
        SimulatedCustomer customer = vendor.fleet().customer(0);
        TenantId tenant = new TenantId(customer.accounts().get(0).tenantId());
        return vendor.adapter().licenses().consumption(SandboxedC3.id(customer), tenant);
    }

    /** All rows come in one response, whatever the demand. */
    @Override
    protected long maxRows() {
        return 1_000;
    }
}
