package dev.seatport.domain.review;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The counts that the vendors' documents promise in every row. If no row of a whole review has one of them, the vendor renamed or
 * dropped it, and the review is not complete. Available counts are not among them: vendors leave them out.
 */
public enum DocumentedCount {
    SEATS_ASSIGNED(Dataset.TENANT_SEATS, "assigned"),
    SEATS_PURCHASED(Dataset.PRODUCT_SEATS, "purchased"),
    LICENSES_PURCHASED(Dataset.LICENSES, "purchased"),
    LICENSES_ASSIGNED(Dataset.LICENSES, "assigned"),
    LICENSES_TENANT_TOTAL(Dataset.LICENSES, "tenantTotal");

    private final Dataset dataset;
    private final String field;

    DocumentedCount(Dataset dataset, String field) {
        this.dataset = dataset;
        this.field = field;
    }

    private Stream<Quantity> in(CustomerPosition position) {
        return switch (this) {
            case SEATS_ASSIGNED ->
                position.tenantSeats().stream().map(Observed::value).map(TenantSeats::assigned);
            case SEATS_PURCHASED -> purchasedSeats(position);
            case LICENSES_PURCHASED -> licenses(position).map(LicenseConsumption::purchased);
            case LICENSES_ASSIGNED -> licenses(position).map(LicenseConsumption::assigned);
            case LICENSES_TENANT_TOTAL -> licenses(position).map(LicenseConsumption::tenantTotal);
        };
    }

    /** A product that the vendor does not know of a customer has no count to hold. */
    private static Stream<Quantity> purchasedSeats(CustomerPosition position) {
        return position.productSeats().stream()
                .map(Observed::value)
                .filter(seats -> isHeld(seats.purchased()) || seats.countMissing())
                .map(ProductSeats::purchased);
    }

    private static Stream<LicenseConsumption> licenses(CustomerPosition position) {
        return position.licenses().stream().map(Observed::value);
    }

    /** A count that the vendor calls unlimited is no number, and not missing. */
    private static boolean isHeld(Quantity count) {
        return !count.equals(Quantity.unreported());
    }

    /** The source whose rows hold the count. */
    public Dataset source() {
        return dataset;
    }

    /** The name that reports give to the count. */
    public String field() {
        return field;
    }

    /** Returns the counts that at least one row of the customer has. */
    public static Set<DocumentedCount> reportedIn(CustomerPosition position) {
        return matching(count -> count.in(position).anyMatch(DocumentedCount::isHeld));
    }

    /** Returns the counts that rows of the customer should have and not one of them has. */
    public static Set<DocumentedCount> missingIn(CustomerPosition position) {
        return matching(count ->
                count.in(position).findAny().isPresent() && count.in(position).noneMatch(DocumentedCount::isHeld));
    }

    private static Set<DocumentedCount> matching(Predicate<DocumentedCount> condition) {
        return Stream.of(values())
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DocumentedCount.class)));
    }
}
