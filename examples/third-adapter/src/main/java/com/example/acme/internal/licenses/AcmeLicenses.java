package com.example.acme.internal.licenses;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClient;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.concurrent.Flow;

// begin: licenses
/** License consumption of Acme. Thread-safe. */
public final class AcmeLicenses implements LicenseConsumptionSource {
    private final VendorClient client;

    public AcmeLicenses(VendorClient client) {
        this.client = client;
    }

    @Override
    public Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant) {
        return client.pages(new LicensesQuery(customer, tenant));
    }
}
// end: licenses
