package dev.seatport.c3;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.testkit.contract.CustomerDirectoryContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C3 reports no e-mail addresses, so its customers lack them. */
class C3CustomerDirectoryContractTest extends CustomerDirectoryContract {
    @RegisterExtension
    final ConnectedC3 vendor = new ConnectedC3(5, 2);

    @Override
    protected CustomerDirectory port() {
        return vendor.adapter().customers();
    }

    @Override
    protected List<Customer> truth() {
        return vendor.fleet().customers().stream().map(SandboxedC3::customer).toList();
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(C3.VENDOR, "no-such-customer");
    }

    @Override
    protected List<String> requests() {
        return vendor.requests();
    }

    /** Breaks one response halfway, because it holds all rows. */
    @Override
    protected ListingFailurePoint breakOff() {
        JsonArray rows = new JsonArray();
        vendor.fleet().customers().stream()
                .limit(2)
                .flatMap(customer -> customer.accounts().stream())
                .forEach(account -> rows.add(row(account)));
        JsonObject response =
                new JsonObject().put("Status", "Success").put("Data", rows.add(new JsonObject().putNull("CustomerID")));
        vendor.injectFaults(Fault.body(response.encode()).at(RequestMatcher.of(RequestKind.CUSTOMERS)));
        return new ListingFailurePoint(2, FailureKind.MALFORMED_ANSWER);
    }

    private static JsonObject row(SimulatedC3Customer account) {
        return new JsonObject()
                .put("CustomerID", account.c3CustomerId())
                .put("Name", account.name())
                .put("TenantId", account.tenantId())
                .put("TenantName", account.tenantName())
                .put("OnboardStatus", account.onboardStatus())
                .put("DeletedOn", account.deletedOn())
                .put("MarketCode", account.marketCode());
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.stall(RequestKind.CUSTOMERS));
    }
}
