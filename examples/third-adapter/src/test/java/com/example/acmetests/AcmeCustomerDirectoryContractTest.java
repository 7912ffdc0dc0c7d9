package com.example.acmetests;

import com.example.acme.Acme;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeCustomerDirectoryContractTest extends CustomerDirectoryContract {
    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    @BeforeEach
    void addAccounts() {
        JsonObject bakery = new JsonObject()
                .put("id", AcmeServer.BAKERY)
                .put("name", "Bakery")
                .put("email", "owner@bakery.example")
                .put("state", "active")
                .put("tenant", AcmeServer.TENANT);
        vendor.server().setRows(5, row -> row == 0 ? bakery : new JsonObject().put("id", "account-" + row));
    }

    @Override
    protected CustomerDirectory port() {
        return vendor.acme().customers();
    }

    @Override
    protected List<Customer> truth() {
        Customer bakery = Customer.builder(ConnectedAcme.BAKERY)
                .organization("Bakery")
                .ownerEmail("owner@bakery.example")
                .status(CustomerServiceStatus.WORKING)
                .statusText("active")
                .tenants(List.of(new Tenant(new TenantId(AcmeServer.TENANT), null, TenantKind.MICROSOFT_365)))
                .build();
        return List.of(
                bakery,
                withIdOnly("account-1"),
                withIdOnly("account-2"),
                withIdOnly("account-3"),
                withIdOnly("account-4"));
    }

    private static Customer withIdOnly(String id) {
        return Customer.builder(new CustomerId(Acme.VENDOR, id))
                .tenants(List.of())
                .tenantsWithoutId(1)
                .build();
    }

    @Override
    protected CustomerId unknownCustomer() {
        return ConnectedAcme.UNKNOWN;
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
    protected boolean confuseLookups() {
        vendor.server().confuseAccounts();
        return true;
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.server().stall());
    }
}
