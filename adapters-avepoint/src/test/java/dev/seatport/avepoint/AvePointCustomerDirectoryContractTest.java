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
import dev.seatport.testkit.contract.PartialListing;
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

    private abstract static class Generation extends CustomerDirectoryContract {
        @RegisterExtension
        final ConnectedAvePoint vendor;

        Generation(AvePointApiVersion api) {
            this.vendor = new ConnectedAvePoint(CUSTOMERS, 2, api);
        }

        @Override
        protected CustomerDirectory port() {
            return vendor.adapter().customers();
        }

        @Override
        protected CustomerId unknownCustomer() {
            return new CustomerId(AvePoint.VENDOR, "nobody");
        }

        /** One customer is looked up in the older family, which reports no tenants. */
        @Override
        protected Customer lookedUp() {
            return SandboxedAvePoint.inOlderFamily(vendor.fleet().customer(0));
        }

        @Override
        protected List<String> requests() {
            return vendor.requests();
        }

        @Override
        protected Optional<StalledVendor> stall() {
            return Optional.of(vendor.stall(RequestKind.CUSTOMERS));
        }
    }

    @Nested
    class OfTheCurrentApi extends Generation {
        OfTheCurrentApi() {
            super(AvePointApiVersion.CURRENT);
        }

        @BeforeEach
        void leaveTheCountriesOfThePagesAfterTheFirstOut() {
            vendor.spoil(Fault.drift(SchemaChange.NULL, "countryOrRegion")
                    .at(RequestMatcher.of(RequestKind.CUSTOMERS).fromPage(2)));
        }

        @Override
        protected List<Customer> truth() {
            return vendor.fleet().customers().stream().map(this::served).toList();
        }

        private Customer served(SimulatedCustomer customer) {
            Customer whole = SandboxedAvePoint.inBatch(customer);
            return customer.index() < ConnectedAvePoint.ROWS_OF_A_PAGE ? whole : withoutCountry(whole);
        }

        private Customer withoutCountry(Customer whole) {
            return Customer.builder(whole.id())
                    .organization(whole.organization().orElseThrow())
                    .ownerEmail(whole.ownerEmail().orElseThrow())
                    .status(whole.status())
                    .statusText(whole.statusText().orElseThrow())
                    .tenants(whole.tenants().orElseThrow())
                    .build();
        }

        @Override
        protected PartialListing breakOff() {
            vendor.spoil(Fault.body("{\"data\":[null]}")
                    .at(RequestMatcher.of(RequestKind.CUSTOMERS).onPage(2)));
            return new PartialListing(ConnectedAvePoint.ROWS_OF_A_PAGE, FailureKind.MALFORMED_ANSWER);
        }
    }

    @Nested
    class OfTheOlderApi extends Generation {
        OfTheOlderApi() {
            super(AvePointApiVersion.OLDER);
        }

        @Override
        protected List<Customer> truth() {
            return vendor.fleet().customers().stream()
                    .map(SandboxedAvePoint::inOlderFamily)
                    .toList();
        }

        /** All rows come in one answer, so it is an answer that is spoilt halfway. */
        @Override
        protected PartialListing breakOff() {
            JsonArray rows = new JsonArray();
            truth().subList(0, 2).forEach(customer -> rows.add(row(customer)));
            JsonObject answer = new JsonObject().put("value", rows.add(new JsonObject().put("id", " ")));
            vendor.spoil(Fault.body(answer.encode()).at(RequestMatcher.of(RequestKind.CUSTOMERS)));
            return new PartialListing(2, FailureKind.MALFORMED_ANSWER);
        }

        private JsonObject row(Customer customer) {
            return new JsonObject()
                    .put("id", customer.id().value())
                    .put("organization", customer.organization().orElseThrow())
                    .put("ownerEmail", customer.ownerEmail().orElseThrow())
                    .put("jobStatus", customer.statusText().orElseThrow())
                    .put("countryOrRegion", customer.country().orElseThrow());
        }
    }
}
