package com.example.acmetests;

import com.example.acme.Acme;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.contract.PublisherContract;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeTenantSeatsPublisherContractTest extends PublisherContract<Observed<TenantSeats>> {
    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    @Override
    protected Flow.Publisher<Observed<TenantSeats>> publisher(long rows) {
        JsonArray tenants = new JsonArray();
        for (long row = 0; row < rows; row++) {
            tenants.add(new JsonObject().put("id", "tenant-" + row).put("cloud", "m365"));
        }
        vendor.server().setAccount(new JsonObject().put("id", "bakery").put("tenants", tenants));
        return vendor.acme()
                .tenantSeats()
                .seats(TenantSeatQuery.all(new CustomerId(Acme.VENDOR, "bakery"), TenantKind.MICROSOFT_365));
    }

    /** All rows come in one response, whatever the demand. */
    @Override
    protected long maxRows() {
        return 1_000;
    }
}
