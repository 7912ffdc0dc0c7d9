package dev.seatport.application.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.testkit.contract.LicenseConsumptionSourceContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import java.util.List;

class RecordedLicensesContractTest extends LicenseConsumptionSourceContract {
    private final RecordedPorts ports = new RecordedPorts();

    @Override
    protected LicenseConsumptionSource port() {
        return ports.recordedLicenses().consumption();
    }

    @Override
    protected CustomerId customer() {
        return RecordedPorts.CAFE;
    }

    @Override
    protected TenantId tenant() {
        return RecordedPorts.TENANT;
    }

    @Override
    protected List<LicenseConsumption> truth() {
        return RecordedPorts.LICENSES;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return RecordedPorts.UNKNOWN_CUSTOMER;
    }

    @Override
    protected List<String> requests() {
        return ports.licenses.queries().stream()
                .filter(query -> query.customer().vendor().equals(RecordedPorts.VENDOR))
                .map(InMemoryLicenseConsumptionSource.Query::toString)
                .toList();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        ports.licenses.fail(RecordedPorts.CAFE, RecordedPorts.TENANT, 1, RecordedPorts.down());
        return new ListingFailurePoint(1, FailureKind.UNAVAILABLE);
    }
}
