package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIf;

/** Contract of a planted port. Runs only in {@link ContractsNoticeTest}. */
@EnabledIf("dev.seatport.testkit.contract.PlantedVendor#isPlanted")
class PlantedTenantSeats extends TenantSeatSourceContract {
    private final PlantedVendor vendor = new PlantedVendor();
    private int broken;
    private boolean hasEmptyPage;

    @Override
    protected TenantSeatSource port() {
        return query -> {
            Optional<VendorException> rejection = vendor.rejection(query.customer());
            rejection.ifPresent(vendor::throwIfPlanted);
            return new PlantedListing<>(
                    vendor,
                    vendor.spelled(query.customer()),
                    rejection.isPresent() ? List.of() : rows(query),
                    end(rejection));
        };
    }

    private @Nullable VendorException end(Optional<VendorException> rejection) {
        return rejection.orElseGet(() -> broken == 0 ? null : AcmeFakes.down());
    }

    private List<TenantSeats> rows(TenantSeatQuery query) {
        List<TenantSeats> rows = new ArrayList<>(truth());
        if (vendor.has(PlantedDefect.REPORTS_ABSENT_AS_ZERO)) {
            rows.replaceAll(row -> row.available().isReported()
                    ? row
                    : new TenantSeats(row.customer(), row.tenant(), row.assigned(), Quantity.of(0)));
        }
        if (vendor.has(PlantedDefect.SHUFFLES)) {
            Collections.reverse(rows);
        }
        if (!query.tenants().isEmpty() && !vendor.has(PlantedDefect.IGNORES_TENANTS)) {
            rows.removeIf(row -> !query.tenants().contains(row.tenant().id()));
        }
        if (hasEmptyPage && vendor.has(PlantedDefect.ENDS_AT_AN_EMPTY_PAGE)) {
            return rows.subList(0, 1);
        }
        return broken == 0 ? rows : rows.subList(0, broken);
    }

    @Override
    protected TenantSeatQuery query() {
        return TenantSeatQuery.all(AcmeFakes.CAFE, TenantKind.MICROSOFT_365);
    }

    @Override
    protected List<TenantSeats> truth() {
        return List.of(
                AcmeFakes.seats("one", Quantity.of(1)),
                AcmeFakes.seats("another", Quantity.unreported()),
                AcmeFakes.seats("third", Quantity.of(3)));
    }

    @Override
    protected CustomerId unknownCustomer() {
        return AcmeFakes.UNKNOWN_CUSTOMER;
    }

    @Override
    protected List<String> requests() {
        return vendor.sent();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        broken = 2;
        return new ListingFailurePoint(broken, FailureKind.UNAVAILABLE);
    }

    @Override
    protected boolean insertEmptyPage() {
        hasEmptyPage = true;
        return true;
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.stall());
    }
}
