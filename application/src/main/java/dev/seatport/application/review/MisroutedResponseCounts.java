package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Number of responses that may belong to other requests, per vendor, since the start of its adapter.
 *
 * @param seats responses of the seat vendor
 * @param licenses responses of the license vendor
 */
record MisroutedResponseCounts(long seats, long licenses) {

    static Uni<MisroutedResponseCounts> of(SeatVendorPorts seats, @Nullable LicenseVendorPorts licenses) {
        return Uni.combine()
                .all()
                .unis(
                        Uni.createFrom().completionStage(seats.customers()::suspectResponseCount),
                        licenses == null
                                ? Uni.createFrom().item(0L)
                                : Uni.createFrom().completionStage(licenses.customers()::suspectResponseCount))
                .with(MisroutedResponseCounts::new);
    }

    /** Returns a gap for each vendor with suspect responses since {@code before}. */
    List<Gap> gapsSince(
            MisroutedResponseCounts before, SeatVendorPorts seatVendor, @Nullable LicenseVendorPorts licenseVendor) {
        List<Gap> gaps = new ArrayList<>();
        if (seats > before.seats) {
            gaps.add(gap(seatVendor.vendor(), Dataset.CUSTOMERS, seats - before.seats));
        }
        if (licenseVendor != null && licenses > before.licenses) {
            gaps.add(gap(licenseVendor.vendor(), Dataset.LICENSES, licenses - before.licenses));
        }
        return gaps;
    }

    private static Gap gap(Vendor vendor, Dataset dataset, long suspect) {
        return new Gap(
                null,
                vendor,
                dataset,
                FailureKind.MALFORMED_ANSWER,
                vendor.name() + ": up to " + suspect
                        + " responses may be about other customers, because more responses than requests were counted:"
                        + " look for a proxy that repeats responses, and review again");
    }
}
