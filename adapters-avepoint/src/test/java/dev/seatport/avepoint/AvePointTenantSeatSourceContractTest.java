package dev.seatport.avepoint;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SchemaChange;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import dev.seatport.testkit.contract.TenantSeatSourceContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AvePointTenantSeatSourceContractTest {
    private static final int TENANTS = 5;
    private static final RequestMatcher LATER_PAGES =
            RequestMatcher.of(RequestKind.TENANT_SEATS).fromPage(2);

    private abstract static class ApiVersionContract extends TenantSeatSourceContract {
        @RegisterExtension
        final ConnectedAvePoint vendor;

        ApiVersionContract(AvePointApiVersion api) {
            this.vendor = new ConnectedAvePoint(1, TENANTS, api);
        }

        @BeforeEach
        void removeAvailableSeatsFromLaterPages() {
            vendor.injectFaults(
                    Fault.drift(SchemaChange.NULL, "availableUserSeat").at(LATER_PAGES));
        }

        @Override
        protected TenantSeatSource port() {
            return vendor.adapter().tenantSeats();
        }

        @Override
        protected TenantSeatQuery query() {
            CustomerId customer = SandboxedAvePoint.id(vendor.fleet().customer(0));
            return TenantSeatQuery.all(customer, TenantKind.MICROSOFT_365);
        }

        @Override
        protected List<TenantSeats> truth() {
            List<TenantSeats> complete = SandboxedAvePoint.seats(vendor.fleet().customer(0), TenantKind.MICROSOFT_365);
            return Stream.concat(
                            complete.stream().limit(ConnectedAvePoint.ROWS_PER_PAGE),
                            complete.stream()
                                    .skip(ConnectedAvePoint.ROWS_PER_PAGE)
                                    .map(ApiVersionContract::withoutAvailable))
                    .toList();
        }

        private static TenantSeats withoutAvailable(TenantSeats complete) {
            return new TenantSeats(complete.customer(), complete.tenant(), complete.assigned(), Quantity.unreported());
        }

        @Override
        protected CustomerId unknownCustomer() {
            return new CustomerId(AvePoint.VENDOR, "no-such-customer");
        }

        @Override
        protected List<String> requests() {
            return vendor.requests();
        }

        @Override
        protected ListingFailurePoint breakOff() {
            vendor.injectFaults(Fault.drift(SchemaChange.NULL, "tenantId").at(LATER_PAGES));
            return new ListingFailurePoint(ConnectedAvePoint.ROWS_PER_PAGE, FailureKind.MALFORMED_ANSWER);
        }

        @Override
        protected Optional<StalledVendor> stall() {
            return Optional.of(vendor.stall(RequestKind.TENANT_SEATS));
        }
    }

    @Nested
    class OfTheCurrentApi extends ApiVersionContract {
        OfTheCurrentApi() {
            super(AvePointApiVersion.CURRENT);
        }
    }

    @Nested
    class OfTheOlderApi extends ApiVersionContract {
        OfTheOlderApi() {
            super(AvePointApiVersion.OLDER);
        }
    }
}
