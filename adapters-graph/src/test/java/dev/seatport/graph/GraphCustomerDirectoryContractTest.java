package dev.seatport.graph;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.testkit.contract.CustomerDirectoryContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class GraphCustomerDirectoryContractTest extends CustomerDirectoryContract {
    private static final String BAKERY = "0a1b2c3d-0000-4000-8000-00000000000e";
    private static final String SCHOOL = "0a1b2c3d-0000-4000-8000-00000000000f";
    private static final String GARAGE = "0a1b2c3d-0000-4000-8000-000000000010";

    @RegisterExtension
    final ConnectedGraph vendor = new ConnectedGraph();

    @BeforeEach
    void addContracts() {
        vendor.server()
                .contracts(
                        contract(BAKERY, "Bakery", "bakery.example"),
                        contract(SCHOOL, "School", "school.example"),
                        contract(BAKERY, "Bakery, as it was called before", "old.example"),
                        contract(GARAGE, null, null));
    }

    private static JsonObject contract(String customer, @Nullable String name, @Nullable String domain) {
        return new JsonObject()
                .put("customerId", customer)
                .put("displayName", name)
                .put("defaultDomainName", domain)
                .put("contractType", "ResellerPartner");
    }

    @Override
    protected CustomerDirectory port() {
        return vendor.adapter().customers();
    }

    @Override
    protected List<Customer> truth() {
        return List.of(
                customer(BAKERY, "Bakery", "bakery.example"),
                customer(SCHOOL, "School", "school.example"),
                customer(GARAGE, null, null));
    }

    private static Customer customer(String id, @Nullable String name, @Nullable String domain) {
        return Customer.builder(new CustomerId(Graph.VENDOR, id))
                .organization(name)
                .tenants(List.of(new Tenant(new TenantId(id), domain, TenantKind.MICROSOFT_365)))
                .build();
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(Graph.VENDOR, "0a1b2c3d-0000-4000-8000-0000000000ff");
    }

    @Override
    protected List<String> requests() {
        return vendor.server().requests();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        vendor.server().breakSecondPage();
        return new ListingFailurePoint(2, FailureKind.MALFORMED_ANSWER);
    }

    @Override
    protected boolean insertEmptyPage() {
        vendor.server().insertEmptyPage();
        return true;
    }

    @Override
    protected boolean confuseLookups() {
        vendor.server().confuseFilters();
        return true;
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.server().stall());
    }
}
