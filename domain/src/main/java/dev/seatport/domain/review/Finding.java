package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finding about a customer's seats or licenses. Each kind has the counts that it was computed from. Immutable. */
public sealed interface Finding {
    /** Returns the identity of the finding. */
    FindingKey subject();

    /** Returns the severity by the policy. */
    Severity severity();

    /** Returns one line for people with the counts, such as {@code Cloud Backup: 31 assigned, 25 purchased: 6 short}. */
    String text();

    default FindingKind kind() {
        return subject().kind();
    }

    default CustomerId customer() {
        return subject().customer();
    }

    /**
     * Returns the SKU that the finding is about.
     *
     * @return empty if the finding is not about a SKU
     */
    default Optional<SkuId> sku() {
        return Optional.ofNullable(subject().sku());
    }

    /** Returns {@link FindingKey#id()}. */
    default String id() {
        return subject().id();
    }

    /**
     * Licenses purchased through this partner that the tenant does not use.
     *
     * @param label the SKU's name, or its id
     * @param unused the maximum number of unassigned licenses of this partner: no vendor reports the partner of a free license
     * @param purchased licenses purchased through this partner, above 0
     * @param free the tenant's licenses that are not assigned
     * @param capacity the licenses that the tenant can assign; unreported if {@code free} is the vendor's available count
     */
    record UnassignedLicenses(
            FindingKey subject,
            Severity severity,
            String label,
            long unused,
            long purchased,
            long free,
            Quantity capacity)
            implements Finding {
        @Override
        public String text() {
            String ofPartner =
                    label + ": up to " + unused + " of " + purchased + " purchased from this partner are unassigned; ";
            return capacity.isReported()
                    ? ofPartner + free + " of " + capacity + " in the tenant (all partners) are free"
                    : ofPartner + "the vendor reports " + free + " available";
        }
    }

    /**
     * Every license of the tenant is assigned.
     *
     * @param label the SKU's name, or its id
     * @param purchased licenses purchased through this partner, above 0
     * @param assigned licenses in use in the tenant; may be unreported
     * @param capacity the licenses that the tenant can assign; may be unreported
     */
    record NoLicensesLeft(
            FindingKey subject, Severity severity, String label, long purchased, Quantity assigned, Quantity capacity)
            implements Finding {
        @Override
        public String text() {
            String tenant = assigned.isReported() && capacity.isReported()
                    ? assigned + " of " + capacity + " in the tenant (all partners) are assigned"
                    : "the vendor reports none available";
            return label + ": none free; " + tenant + ", " + purchased + " purchased from this partner";
        }
    }

    /**
     * More licenses are assigned in the tenant than it has.
     *
     * @param label the SKU's name, or its id
     * @param assigned licenses in use in the tenant
     * @param limit the tenant's licenses in every state
     * @param by the number above the limit, above 0
     */
    record OverAssignedLicenses(FindingKey subject, Severity severity, String label, long assigned, long limit, long by)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + assigned + " assigned, " + limit + " in the tenant (all partners): " + by + " over";
        }
    }

    /**
     * Some of the assigned licenses are past their end.
     *
     * @param label the SKU's name, or its id
     * @param assigned licenses in use in the tenant
     * @param tenantTotal the tenant's licenses in good standing, fewer than {@code assigned}
     * @param states the tenant's licenses that are not in good standing
     */
    record LicensesInGrace(
            FindingKey subject, Severity severity, String label, long assigned, long tenantTotal, LapsedLicenses states)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + assigned + " assigned, " + tenantTotal
                    + " in good standing in the tenant (all partners); "
                    + states.warning() + " in warning, " + states.suspended() + " suspended, " + states.lockedOut()
                    + " locked out";
        }
    }

    /** Fewer seats of a product are purchased than assigned. */
    record OverAssignedSeats(
            FindingKey subject, Severity severity, PurchasedSeatComparison.PurchasedSeatShortfall coverage)
            implements Finding {
        @Override
        public String text() {
            return coverage.product().label() + ": " + coverage.assigned() + " assigned, " + coverage.purchased()
                    + " purchased: " + coverage.by() + " short";
        }
    }

    /** More seats of a product are purchased than assigned. */
    record UnassignedSeats(FindingKey subject, Severity severity, PurchasedSeatComparison.PurchasedSeatSurplus coverage)
            implements Finding {
        @Override
        public String text() {
            return coverage.product().label() + ": " + coverage.purchased() + " purchased, " + coverage.assigned()
                    + " assigned: " + coverage.by() + " over";
        }
    }

    /**
     * Two vendors report different counts of the same people.
     *
     * @param label the product's name, or its code
     * @param seats the seat vendor's assigned seats
     * @param licenseVendor the license vendor
     * @param licenses the license vendor's assigned licenses of the product's seat SKUs
     */
    record VendorsDisagree(
            FindingKey subject, Severity severity, String label, long seats, Vendor licenseVendor, long licenses)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + seats + " assigned seats at " + subject.vendor() + ", " + licenses
                    + " assigned licenses at " + licenseVendor + ": difference " + Math.abs(seats - licenses);
        }
    }

    /**
     * A vendor's counts of one SKU in one tenant contradict each other.
     *
     * @param counts the counts; those in {@code differing} are unreported
     * @param differing the counts of which rows of one response report different values; if there are any, the SKU has no
     *     other finding
     * @param purchasedTooMuch whether this partner sold more licenses than the tenant has of all partners
     * @param availableOdd whether the available count equals none of the differences that vendors define as available
     */
    record CountsInconsistent(
            FindingKey subject,
            Severity severity,
            LicenseConsumption counts,
            List<LicensePosition.DifferingCount> differing,
            boolean purchasedTooMuch,
            boolean availableOdd)
            implements Finding {
        private static final int MAX_NAMED_VALUES = 5;

        public CountsInconsistent {
            differing = List.copyOf(differing);
        }

        @Override
        public String text() {
            List<String> reasons = new ArrayList<>();
            differing.forEach(count -> reasons.add(text(count)));
            if (purchasedTooMuch) {
                reasons.add(counts.purchased() + " purchased from this partner, but only " + counts.limit()
                        + " in the tenant (all partners)");
            }
            if (availableOdd) {
                reasons.add("the vendor reports " + counts.available() + " available, but " + counts.tenantTotal()
                        + " in the tenant - " + counts.assigned() + " assigned = "
                        + counts.tenantTotal().minus(counts.assigned()) + ", and " + counts.purchased()
                        + " purchased - " + counts.assigned() + " assigned = "
                        + counts.purchased().minus(counts.assigned()));
            }
            return counts.label() + ": " + String.join("; ", reasons);
        }

        private static String text(LicensePosition.DifferingCount count) {
            String values = count.values().stream()
                    .limit(MAX_NAMED_VALUES)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return "rows of one response differ in " + count.count() + " (" + values
                    + (count.values().size() > MAX_NAMED_VALUES ? ", ..." : "") + ")";
        }
    }

    /**
     * The seat vendor has a tenant that the license vendor does not have.
     *
     * @param tenantName the tenant's name; {@code null} if no vendor reported one
     * @param licenseVendor the license vendor
     * @param namesakes the license vendor's customers with the customer's name: a hint where to look, not a match
     */
    record TenantUnknownToLicenseVendor(
            FindingKey subject,
            Severity severity,
            @Nullable String tenantName,
            Vendor licenseVendor,
            List<CustomerId> namesakes)
            implements Finding {
        public TenantUnknownToLicenseVendor {
            namesakes = List.copyOf(namesakes);
        }

        @Override
        public String text() {
            String tenant =
                    tenantName == null ? String.valueOf(subject.tenant()) : tenantName + " (" + subject.tenant() + ")";
            return "tenant " + tenant + " is unknown to " + licenseVendor + checkNamesakes(namesakes);
        }
    }

    /**
     * The license vendor has a tenant that no customer of the seat vendor has.
     *
     * @param seatVendor the seat vendor
     * @param assigned licenses in use in the tenant, without those that totals leave out; unreported if they were not read
     * @param namesakes the seat vendor's customers with the customer's name: a hint where to look, not a match
     */
    record TenantWithoutBackup(
            FindingKey subject, Severity severity, Vendor seatVendor, Quantity assigned, List<CustomerId> namesakes)
            implements Finding {
        public TenantWithoutBackup {
            namesakes = List.copyOf(namesakes);
        }

        @Override
        public String text() {
            String licenses = assigned.count().isEmpty()
                    ? ""
                    : " for " + assigned
                            + (assigned.count().getAsLong() == 1 ? " assigned license" : " assigned licenses");
            return "tenant " + subject.tenant() + " has no backup" + licenses + ": it is unknown to " + seatVendor
                    + checkNamesakes(namesakes);
        }
    }

    private static String checkNamesakes(List<CustomerId> namesakes) {
        return namesakes.isEmpty()
                ? ""
                : "; check its customers of the same name: "
                        + namesakes.stream().map(CustomerId::value).collect(Collectors.joining(", "));
    }
}
