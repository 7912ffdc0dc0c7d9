package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.concurrent.Flow;

/**
 * License consumption of Graph, from the subscriptions and the SKUs of the customer's tenant. Thread-safe. The subscriptions are read
 * first, because each row has their sum.
 */
public final class GraphLicenses implements LicenseConsumptionSource {
    public static final VendorOperation OPERATION = SubscribedSkuRequestFactory.SKUS;

    private final VendorClient client;
    private final TenantId partner;

    /** @param partner the partner's tenant: subscriptions that it owns count as purchased */
    public GraphLicenses(VendorClient client, TenantId partner) {
        this.client = client;
        this.partner = partner;
        ProductNames.initialize();
    }

    @Override
    public Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant) {
        return client.pages(
                new SubscriptionsQuery(customer, tenant, partner),
                subscriptions -> new SkusQuery(customer, tenant, PartnerLicenses.of(subscriptions)));
    }
}
