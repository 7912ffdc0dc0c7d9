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
 * Count that every row has by the vendors' documents. If no row of a review has it, the vendor renamed or dropped the field,
 * and the review is not complete. Available counts are not included, because vendors omit them.
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

    /** Without the products that the customer does not have at the vendor: they have no count. */
    private static Stream<Quantity> purchasedSeats(CustomerPosition position) {
        return position.productSeats().stream()
                .map(Observed::value)
                .filter(seats -> isPresent(seats.purchased()) || seats.countMissing())
                .map(ProductSeats::purchased);
    }

    private static Stream<LicenseConsumption> licenses(CustomerPosition position) {
        return position.licenses().stream().map(Observed::value);
    }

    /** An unlimited count has no number, but it is not missing. */
    private static boolean isPresent(Quantity count) {
        return !count.equals(Quantity.unreported());
    }

    /** Returns the dataset whose rows have the count. */
    public Dataset source() {
        return dataset;
    }

    /** Returns the name of the count in reports. */
    public String field() {
        return field;
    }

    /** Returns the counts that at least one row of the customer has. */
    public static Set<DocumentedCount> reportedIn(CustomerPosition position) {
        return matching(count -> count.in(position).anyMatch(DocumentedCount::isPresent));
    }

    /** Returns the counts that all of the customer's rows lack, if the customer has such rows. */
    public static Set<DocumentedCount> missingIn(CustomerPosition position) {
        return matching(count ->
                count.in(position).findAny().isPresent() && count.in(position).noneMatch(DocumentedCount::isPresent));
    }

    private static Set<DocumentedCount> matching(Predicate<DocumentedCount> condition) {
        return Stream.of(values())
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DocumentedCount.class)));
    }
}
