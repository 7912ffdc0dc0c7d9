package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import java.util.List;

class InMemoryLicenseConsumptionSourceContractTest extends LicenseConsumptionSourceContract {
    private final List<LicenseConsumption> licenses = List.of(
            AcmeFakes.license("sku-1", Quantity.of(5)),
            AcmeFakes.license("sku-2", Quantity.unreported()),
            AcmeFakes.license("sku-1", Quantity.of(5)));
    private final InMemoryLicenseConsumptionSource fake =
            new InMemoryLicenseConsumptionSource(AcmeFakes.VENDOR).with(licenses.toArray(LicenseConsumption[]::new));

    @Override
    protected LicenseConsumptionSource port() {
        return fake;
    }

    @Override
    protected CustomerId customer() {
        return AcmeFakes.CAFE;
    }

    @Override
    protected TenantId tenant() {
        return AcmeFakes.TENANT;
    }

    @Override
    protected List<LicenseConsumption> truth() {
        return licenses;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return AcmeFakes.UNKNOWN_CUSTOMER;
    }

    /** The fake also records rejected queries, which an adapter does not send. */
    @Override
    protected List<String> requests() {
        return fake.queries().stream()
                .filter(query -> query.customer().vendor().equals(AcmeFakes.VENDOR))
                .map(InMemoryLicenseConsumptionSource.Query::toString)
                .toList();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        fake.fail(AcmeFakes.CAFE, AcmeFakes.TENANT, 1, AcmeFakes.down());
        return new ListingFailurePoint(1, FailureKind.UNAVAILABLE);
    }
}
