package dev.seatport.domain.review;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Count that every row must have, according to the vendors' documents. If no row of a review has it, the vendor renamed or
 * dropped the field, and the review is not complete. The number of available seats or licenses is not a constant here, because
 * vendors may omit it.
 */
public enum MandatoryCountField {
    SEATS_ASSIGNED(Dataset.TENANT_SEATS, "assigned"),
    SEATS_PURCHASED(Dataset.PRODUCT_SEATS, "purchased"),
    LICENSES_PURCHASED(Dataset.LICENSES, "purchased"),
    LICENSES_ASSIGNED(Dataset.LICENSES, "assigned"),
    LICENSES_TENANT_TOTAL(Dataset.LICENSES, "tenantTotal");

    private final Dataset dataset;
    private final String field;

    MandatoryCountField(Dataset dataset, String field) {
        this.dataset = dataset;
        this.field = field;
    }

    private Stream<Quantity> valuesIn(CustomerPosition position) {
        return switch (this) {
            case SEATS_ASSIGNED ->
                position.tenantSeats().stream().map(Observed::value).map(TenantSeats::assigned);
            case SEATS_PURCHASED -> purchasedSeats(position);
            case LICENSES_PURCHASED -> licenses(position).map(LicenseConsumption::purchased);
            case LICENSES_ASSIGNED -> licenses(position).map(LicenseConsumption::assigned);
            case LICENSES_TENANT_TOTAL -> licenses(position).map(LicenseConsumption::tenantTotal);
        };
    }

    /** Skips products that the customer does not have at the vendor, because their rows need no count. */
    private static Stream<Quantity> purchasedSeats(CustomerPosition position) {
        return position.productSeats().stream()
                .map(Observed::value)
                .filter(seats -> isPresent(seats.purchased()) || seats.countMissing())
                .map(PurchasedSeats::purchased);
    }

    private static Stream<LicenseConsumption> licenses(CustomerPosition position) {
        return position.licenses().stream().map(Observed::value);
    }

    /** An unlimited count has no number, but it is not missing. */
    private static boolean isPresent(Quantity count) {
        return !count.equals(Quantity.unreported());
    }

    /** Returns the dataset whose rows have the count. */
    public Dataset dataset() {
        return dataset;
    }

    /** Returns the name of the count in reports. */
    public String field() {
        return field;
    }

    /** Returns the counts that at least one row of the customer has. */
    public static Set<MandatoryCountField> reportedIn(CustomerPosition position) {
        return matching(count -> count.valuesIn(position).anyMatch(MandatoryCountField::isPresent));
    }

    /** Returns the counts that no row of the customer has. Omits a count if the customer has no rows that must have it. */
    public static Set<MandatoryCountField> missingIn(CustomerPosition position) {
        return matching(count -> count.valuesIn(position).findAny().isPresent()
                && count.valuesIn(position).noneMatch(MandatoryCountField::isPresent));
    }

    private static Set<MandatoryCountField> matching(Predicate<MandatoryCountField> condition) {
        return Stream.of(values())
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MandatoryCountField.class)));
    }
}
