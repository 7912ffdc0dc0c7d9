package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** Contract of {@link LicenseConsumptionSource}. The author of an adapter extends this class. */
public abstract class LicenseConsumptionSourceContract extends PerCustomerListingContract<LicenseConsumption> {
    /** For subclasses. */
    protected LicenseConsumptionSourceContract() {}

    /** Returns the port under test. */
    protected abstract LicenseConsumptionSource port();

    /** Returns the customer of the rows of {@link #truth()}. */
    protected abstract CustomerId customer();

    /** Returns the tenant of the rows of {@link #truth()}. */
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
    final boolean hasAbsentValue(LicenseConsumption row) {
        return Stream.of(row.purchased(), row.assigned(), row.available(), row.tenantTotal())
                .anyMatch(quantity -> quantity.equals(Quantity.unreported()));
    }
}
