package dev.seatport.ports.licenses;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import java.util.concurrent.Flow;

/** Outbound port: the purchased and assigned licenses of a tenant, per SKU. */
public interface LicenseConsumptionSource {
    /**
     * Lists the licenses of one tenant, in the vendor's order. A SKU may have several rows; the adapter neither merges nor
     * drops rows.
     *
     * @param customer an id of this adapter's vendor
     * @param tenant the tenant, in the spelling that this vendor uses
     * @return a cold publisher that honours back-pressure; each subscription sends its own requests. A failed request
     *     ends it with a {@link dev.seatport.ports.failure.VendorException}. If the vendor rejects one of the ids, the kind is
     *     {@code INVALID_REQUEST}, and the exception has the vendor's field violations. Signals arrive on a thread of the
     *     adapter, which the subscriber must not block. Cancelling the subscription cancels the request
     */
    Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant);
}
