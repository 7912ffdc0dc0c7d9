package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** How every {@link LicenseConsumptionSource} behaves. Whoever writes an adapter extends it, and passes. */
public abstract class LicenseConsumptionSourceContract extends CustomerListingContract<LicenseConsumption> {
    /** For the contract test of an adapter. */
    protected LicenseConsumptionSourceContract() {}

    /** The port under test. */
    protected abstract LicenseConsumptionSource port();

    /** The customer that {@link #truth()} is about; the vendor knows it. */
    protected abstract CustomerId customer();

    /** The tenant of that customer that {@link #truth()} is about. */
    protected abstract TenantId tenant();

    @Override
    final CustomerId knownCustomer() {
        return customer();
    }

    @Override
    final Flow.Publisher<Observed<LicenseConsumption>> listingOf(CustomerId customer) {
        return port().consumption(customer, tenant());
    }

    @Override
    final boolean lacksSomething(LicenseConsumption row) {
        return Stream.of(row.purchased(), row.assigned(), row.available(), row.tenantTotal())
                .anyMatch(quantity -> quantity.equals(Quantity.unreported()));
    }
}
