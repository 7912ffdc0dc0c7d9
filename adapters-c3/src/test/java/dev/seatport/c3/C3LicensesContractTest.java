package dev.seatport.c3;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import dev.seatport.testkit.contract.LicenseConsumptionSourceContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** License contract for a customer with unreported counts. */
@Tag("slow")
class C3LicensesContractTest extends LicenseConsumptionSourceContract {
    private static final int GUID_LENGTH = 36;

    @RegisterExtension
    final ConnectedC3 vendor = new ConnectedC3(400, 1);

    /** Returns a customer whose id is a GUID, because the letter case of GUIDs is not significant. */
    private SimulatedCustomer simulated() {
        return vendor.fleet().customers().stream()
                .filter(customer -> customer.trait() == CustomerTrait.NULL_COUNTS)
                .filter(customer -> customer.accounts().get(0).licenses().size() > 1)
                .filter(customer -> SandboxedC3.id(customer).value().length() == GUID_LENGTH)
                .findFirst()
                .orElseThrow();
    }

    private SimulatedC3Customer account() {
        return simulated().accounts().get(0);
    }

    @Override
    protected LicenseConsumptionSource port() {
        return vendor.adapter().licenses();
    }

    @Override
    protected CustomerId customer() {
        return SandboxedC3.id(simulated());
    }

    @Override
    protected TenantId tenant() {
        return new TenantId(account().tenantId());
    }

    @Override
    protected List<LicenseConsumption> truth() {
        return account().licenses().stream().map(this::consumption).toList();
    }

    private LicenseConsumption consumption(SimulatedLicense license) {
        return new LicenseConsumption(
                customer(),
                tenant(),
                new SkuId(license.skuId()),
                license.productName(),
                SandboxedC3.quantity(license.active()),
                SandboxedC3.quantity(license.consumed()),
                SandboxedC3.quantity(license.available()),
                SandboxedC3.quantity(license.total()),
                Arrays.stream(license.subscriptionNames().split(",", -1))
                        .map(name -> offer(license.productName(), name))
                        .toList());
    }

    private static Offer offer(String product, String name) {
        if (name.endsWith("(Monthly)")) {
            return new Offer(product, BillingCycle.MONTHLY);
        }
        return new Offer(product, name.endsWith("(Annual)") ? BillingCycle.ANNUAL : BillingCycle.UNKNOWN);
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(C3.VENDOR, "no-such-customer");
    }

    /** C3 rejects an unknown id as bad input. */
    @Override
    protected FailureKind whenUnknown() {
        return FailureKind.INVALID_REQUEST;
    }

    @Override
    protected List<String> requests() {
        return vendor.requests();
    }

    /** Breaks one response halfway, because it holds all rows. */
    @Override
    protected ListingFailurePoint breakOff() {
        JsonArray rows = new JsonArray().add(row(account().licenses().get(0))).add(new JsonObject());
        JsonObject response = new JsonObject().put("Status", "Success").put("Data", rows);
        vendor.injectFaults(Fault.body(response.encode()).at(RequestMatcher.of(RequestKind.LICENSES)));
        return new ListingFailurePoint(1, FailureKind.MALFORMED_ANSWER);
    }

    private static JsonObject row(SimulatedLicense license) {
        return new JsonObject()
                .put("ActiveUnits", license.active())
                .put("AvailableUnits", license.available())
                .put("TotalUnits", license.total())
                .put("ProducName", license.productName())
                .put("ProductSkuId", license.skuId())
                .put("ConsumedUnits", license.consumed())
                .put("SubcriptionNames", license.subscriptionNames());
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.stall(RequestKind.LICENSES));
    }
}
