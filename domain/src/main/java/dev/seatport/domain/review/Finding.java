package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.LicenseStates;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with a customer's seats or licenses. Each kind carries what it was reckoned from. */
public sealed interface Finding {
    /** What it is about. */
    FindingKey subject();

    /** How much it matters to this partner. */
    Severity severity();

    /** One sentence that shows the reckoning, such as {@code 31 assigned - 25 purchased = 6 short}. */
    String text();

    default FindingKind kind() {
        return subject().kind();
    }

    default CustomerId customer() {
        return subject().customer();
    }

    /** The SKU that it is about, if it is about one. */
    default Optional<SkuId> sku() {
        return Optional.ofNullable(subject().sku());
    }

    /** See {@link FindingKey#id()}. */
    default String id() {
        return subject().id();
    }

    /**
     * Licenses that were bought through this partner and that the tenant does not use.
     *
     * @param unused how many of them at most: no vendor knows which partner a free license was bought from
     * @param purchased bought through this partner, more than 0
     * @param free how many of the tenant's licenses are free
     * @param capacity how many licenses the tenant may assign; unreported if {@code free} is the reported available count
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
            String ours = label + ": up to " + unused + " of our " + purchased + " unassigned; ";
            return capacity.isReported()
                    ? ours + free + " of " + capacity + " in the tenant are free (all partners)"
                    : ours + free + " available is reported";
        }
    }

    /**
     * No license of the tenant is free.
     *
     * @param purchased bought through this partner, more than 0
     * @param assigned in use in the tenant; may be unreported
     * @param capacity how many licenses the tenant may assign; may be unreported
     */
    record NoLicensesLeft(
            FindingKey subject, Severity severity, String label, long purchased, Quantity assigned, Quantity capacity)
            implements Finding {
        @Override
        public String text() {
            String none = label + ": none is free, " + purchased + " are ours; ";
            return assigned.isReported() && capacity.isReported()
                    ? none + assigned + " of " + capacity + " in the tenant are assigned (all partners)"
                    : none + "no available license is reported";
        }
    }

    /**
     * More licenses are assigned in the tenant than exist.
     *
     * @param assigned in use in the tenant
     * @param limit all licenses of the tenant, in every state
     * @param by how many too many, more than 0
     */
    record OverAssignedLicenses(FindingKey subject, Severity severity, String label, long assigned, long limit, long by)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + assigned + " assigned - " + limit + " in the tenant (all partners) = " + by
                    + " not purchased";
        }
    }

    /**
     * Some of the assigned licenses are past their end.
     *
     * @param assigned in use in the tenant
     * @param tenantTotal licenses of the tenant in good standing, less than {@code assigned}
     * @param states the licenses that are not
     */
    record LicensesInGrace(
            FindingKey subject, Severity severity, String label, long assigned, long tenantTotal, LicenseStates states)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + assigned + " assigned, " + tenantTotal
                    + " in the tenant in good standing (all partners); "
                    + states.warning() + " in warning, " + states.suspended() + " suspended, " + states.lockedOut()
                    + " locked out";
        }
    }

    /** Fewer seats of a product than people who need it. */
    record BackupShortfall(FindingKey subject, Severity severity, Coverage.Shortfall coverage) implements Finding {
        @Override
        public String text() {
            return coverage.product().label() + ": " + coverage.assigned() + " assigned - " + coverage.purchased()
                    + " purchased = " + coverage.by() + " short";
        }
    }

    /** More seats of a product than people who need it. */
    record BackupSurplus(FindingKey subject, Severity severity, Coverage.Surplus coverage) implements Finding {
        @Override
        public String text() {
            return coverage.product().label() + ": " + coverage.purchased() + " purchased - " + coverage.assigned()
                    + " assigned = " + coverage.by() + " over";
        }
    }

    /**
     * Two vendors count people differently.
     *
     * @param seats the seat vendor's assigned seats
     * @param licenseVendor who counts the licenses
     * @param licenses its assigned licenses of the SKUs that mean a seat
     */
    record VendorsDisagree(
            FindingKey subject, Severity severity, String label, long seats, Vendor licenseVendor, long licenses)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + subject.vendor() + " counts " + seats + " assigned seats, " + licenseVendor + " "
                    + licenses + " assigned licenses, a difference of " + Math.abs(seats - licenses);
        }
    }

    /**
     * A vendor's counts of one SKU in one tenant do not fit together.
     *
     * @param counts the counts; those in {@code differing} are unreported
     * @param differing the counts of which rows of one response report different values; if there are any, the SKU has no
     *     other finding
     * @param purchasedTooMuch whether this partner sold more than the tenant has of all partners
     * @param availableOdd whether the available count is none of the differences that vendors call available
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
            differing.forEach(one -> reasons.add(text(one)));
            if (purchasedTooMuch) {
                reasons.add(counts.purchased() + " purchased through us, but " + counts.limit()
                        + " in the tenant (all partners)");
            }
            if (availableOdd) {
                reasons.add(counts.available() + " available is reported, but " + counts.tenantTotal()
                        + " in the tenant - " + counts.assigned() + " assigned = "
                        + counts.tenantTotal().minus(counts.assigned()) + ", and " + counts.purchased()
                        + " purchased - " + counts.assigned() + " assigned = "
                        + counts.purchased().minus(counts.assigned()));
            }
            return counts.label() + ": " + String.join("; ", reasons);
        }

        private static String text(LicensePosition.DifferingCount one) {
            String values = one.values().stream()
                    .limit(MAX_NAMED_VALUES)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return "rows of one response differ in " + one.count() + " (" + values
                    + (one.values().size() > MAX_NAMED_VALUES ? ", ..." : "") + ")";
        }
    }

    /**
     * A tenant that one vendor has and the other does not know.
     *
     * @param tenantName its name; {@code null} if nobody reported one
     * @param licenseVendor who does not know it
     * @param namesakes customers of that vendor with the customer's name: where to look first, no more
     */
    record TenantUnknownToVendor(
            FindingKey subject,
            Severity severity,
            @Nullable String tenantName,
            Vendor licenseVendor,
            List<CustomerId> namesakes)
            implements Finding {
        public TenantUnknownToVendor {
            namesakes = List.copyOf(namesakes);
        }

        @Override
        public String text() {
            String name = tenantName == null ? "" : " (" + tenantName + ")";
            String unknown = "tenant " + subject.tenant() + name + " is unknown to " + licenseVendor;
            return namesakes.isEmpty()
                    ? unknown
                    : unknown + "; of the same name there: "
                            + namesakes.stream().map(CustomerId::value).collect(Collectors.joining(", "));
        }
    }
}
