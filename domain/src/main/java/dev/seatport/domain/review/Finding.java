package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with a customer's seats or licenses. Each kind carries what it was reckoned from. */
public sealed interface Finding {
    /** What it is about. */
    Subject subject();

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

    /** See {@link Subject#id()}. */
    default String id() {
        return subject().id();
    }

    /**
     * Licenses that were bought and are not used.
     *
     * @param available how many; as reported, or purchased less assigned if {@code derived}
     * @param derived whether the vendor left the available count out and it was reckoned here
     */
    record UnassignedLicenses(
            Subject subject, Severity severity, String label, Quantity purchased, long available, boolean derived)
            implements Finding {
        @Override
        public String text() {
            String whole = purchased.isReported() ? " of " + purchased + " purchased" : "";
            return label + ": " + available + whole + " unassigned"
                    + (derived ? " (derived: purchased - assigned)" : "");
        }
    }

    /**
     * All licenses that were bought are in use.
     *
     * @param derived as for {@link UnassignedLicenses}
     */
    record NoLicensesLeft(Subject subject, Severity severity, String label, Quantity purchased, boolean derived)
            implements Finding {
        @Override
        public String text() {
            String all = purchased.isReported() ? "all " + purchased + " purchased are assigned" : "none is available";
            return label + ": " + all + (derived ? " (derived: purchased - assigned)" : "");
        }
    }

    /**
     * More licenses are in use than were bought.
     *
     * @param by how many too many, more than 0
     */
    record OverAssignedLicenses(
            Subject subject, Severity severity, String label, Quantity purchased, Quantity assigned, long by)
            implements Finding {
        @Override
        public String text() {
            return purchased.isReported() && assigned.isReported()
                    ? label + ": " + assigned + " assigned - " + purchased + " purchased = " + by + " not purchased"
                    : label + ": " + -by + " available = " + by + " not purchased";
        }
    }

    /** Fewer seats of a product than people who need it. */
    record BackupShortfall(Subject subject, Severity severity, Coverage.Shortfall coverage) implements Finding {
        @Override
        public String text() {
            return coverage.product().label() + ": " + coverage.assigned() + " assigned - " + coverage.purchased()
                    + " purchased = " + coverage.by() + " short";
        }
    }

    /** More seats of a product than people who need it. */
    record BackupSurplus(Subject subject, Severity severity, Coverage.Surplus coverage) implements Finding {
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
            Subject subject, Severity severity, String label, long seats, Vendor licenseVendor, long licenses)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + subject.vendor() + " counts " + seats + " assigned seats, " + licenseVendor + " "
                    + licenses + " assigned licenses, a difference of " + Math.abs(seats - licenses);
        }
    }

    /** A vendor's available count is not what its purchased and assigned counts leave. */
    record CountsInconsistent(
            Subject subject, Severity severity, String label, long purchased, long assigned, long available)
            implements Finding {
        @Override
        public String text() {
            return label + ": " + available + " available is reported, but " + purchased + " purchased - " + assigned
                    + " assigned leaves " + Math.max(0, Math.subtractExact(purchased, assigned));
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
            Subject subject,
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
