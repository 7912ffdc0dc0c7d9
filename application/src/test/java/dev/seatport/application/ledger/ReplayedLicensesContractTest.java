package dev.seatport.application.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.testkit.contract.LicenseConsumptionSourceContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import java.util.List;
import org.opentest4j.TestAbortedException;

class ReplayedLicensesContractTest extends LicenseConsumptionSourceContract {
    private final ReplayedPorts ports = new ReplayedPorts();

    @Override
    protected LicenseConsumptionSource port() {
        return ports.sources().licenses(RecordedPorts.VENDOR).consumption();
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
        return List.copyOf(ports.requests);
    }

    @Override
    protected ListingFailurePoint breakOff() {
        throw new TestAbortedException("a ledger keeps no rows of a reading that failed");
    }
}
