package dev.seatport.avepoint;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SchemaChange;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.contract.CustomerDirectoryContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AvePointCustomerDirectoryContractTest {
    private static final int CUSTOMERS = 5;

    private abstract static class ApiVersionContract extends CustomerDirectoryContract {
        @RegisterExtension
        final ConnectedAvePoint vendor;

        ApiVersionContract(AvePointApiVersion api) {
            this.vendor = new ConnectedAvePoint(CUSTOMERS, 2, api);
        }

        @Override
        protected CustomerDirectory port() {
            return vendor.adapter().customers();
        }

        @Override
        protected CustomerId unknownCustomer() {
            return new CustomerId(AvePoint.VENDOR, "no-such-customer");
        }

        /** Looks up a customer in the older API, which reports no tenants. */
        @Override
        protected Customer lookedUp() {
            return SandboxedAvePoint.inOlderApi(vendor.fleet().customer(0));
        }

        @Override
        protected List<String> requests() {
            return vendor.requests();
        }

        @Override
        protected boolean confuseLookups() {
            Customer another = SandboxedAvePoint.inOlderApi(vendor.fleet().customer(1));
            vendor.injectFaults(Fault.body(row(another).encode()).at(RequestMatcher.of(RequestKind.CUSTOMERS)));
            return true;
        }

        static JsonObject row(Customer customer) {
            return new JsonObject()
                    .put("id", customer.id().value())
                    .put("organization", customer.organization().orElseThrow())
                    .put("ownerEmail", customer.ownerEmail().orElseThrow())
                    .put("jobStatus", customer.statusText().orElseThrow())
                    .put("countryOrRegion", customer.country().orElseThrow());
        }

        @Override
        protected Optional<StalledVendor> stall() {
            return Optional.of(vendor.stall(RequestKind.CUSTOMERS));
        }
    }

    @Nested
    class OfTheCurrentApi extends ApiVersionContract {
        OfTheCurrentApi() {
            super(AvePointApiVersion.CURRENT);
        }

        @BeforeEach
        void removeCountriesFromLaterPages() {
            vendor.injectFaults(Fault.drift(SchemaChange.NULL, "countryOrRegion")
                    .at(RequestMatcher.of(RequestKind.CUSTOMERS).fromPage(2)));
        }

        @Override
        protected List<Customer> truth() {
            return vendor.fleet().customers().stream().map(this::served).toList();
        }

        private Customer served(SimulatedCustomer customer) {
            Customer complete = SandboxedAvePoint.inBatch(customer);
            return customer.index() < ConnectedAvePoint.ROWS_PER_PAGE ? complete : withoutCountry(complete);
        }

        private Customer withoutCountry(Customer complete) {
            return Customer.builder(complete.id())
                    .organization(complete.organization().orElseThrow())
                    .ownerEmail(complete.ownerEmail().orElseThrow())
                    .status(complete.status())
                    .statusText(complete.statusText().orElseThrow())
                    .tenants(complete.tenants().orElseThrow())
                    .build();
        }

        @Override
        protected ListingFailurePoint breakOff() {
            vendor.injectFaults(Fault.body("{\"data\":[null]}")
                    .at(RequestMatcher.of(RequestKind.CUSTOMERS).onPage(2)));
            return new ListingFailurePoint(ConnectedAvePoint.ROWS_PER_PAGE, FailureKind.MALFORMED_ANSWER);
        }
    }

    @Nested
    class OfTheOlderApi extends ApiVersionContract {
        OfTheOlderApi() {
            super(AvePointApiVersion.OLDER);
        }

        @Override
        protected List<Customer> truth() {
            return vendor.fleet().customers().stream()
                    .map(SandboxedAvePoint::inOlderApi)
                    .toList();
        }

        /** Breaks one response halfway, because it holds all rows. */
        @Override
        protected ListingFailurePoint breakOff() {
            JsonArray rows = new JsonArray();
            truth().subList(0, 2).forEach(customer -> rows.add(row(customer)));
            JsonObject response = new JsonObject().put("value", rows.add(new JsonObject().put("id", " ")));
            vendor.injectFaults(Fault.body(response.encode()).at(RequestMatcher.of(RequestKind.CUSTOMERS)));
            return new ListingFailurePoint(2, FailureKind.MALFORMED_ANSWER);
        }
    }
}
