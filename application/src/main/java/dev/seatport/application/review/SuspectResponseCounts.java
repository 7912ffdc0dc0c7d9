package dev.seatport.application.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.ports.customers.CustomerDirectory;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * How many answers of the two vendors may have been made for other questions, counted since their adapters began.
 *
 * @param seats of the vendor of the seats
 * @param licenses of the vendor of the licenses
 */
record SuspectResponseCounts(long seats, long licenses) {

    static Uni<SuspectResponseCounts> of(CustomerDirectory seats, CustomerDirectory licenses) {
        return Uni.combine()
                .all()
                .unis(
                        Uni.createFrom().completionStage(seats::suspectResponseCount),
                        Uni.createFrom().completionStage(licenses::suspectResponseCount))
                .with(SuspectResponseCounts::new);
    }

    /** What a review may say wrongly whose answers were given since {@code before}. */
    List<Gap> since(SuspectResponseCounts before, Vendor seatVendor, Vendor licenseVendor) {
        List<Gap> gaps = new ArrayList<>();
        if (seats > before.seats) {
            gaps.add(gap(seatVendor, Dataset.CUSTOMERS, seats - before.seats));
        }
        if (licenses > before.licenses) {
            gaps.add(gap(licenseVendor, Dataset.LICENSES, licenses - before.licenses));
        }
        return gaps;
    }

    private static Gap gap(Vendor vendor, Dataset dataset, long answers) {
        return new Gap(
                null,
                vendor,
                dataset,
                FailureKind.MALFORMED_ANSWER,
                vendor.name() + ": up to " + answers
                        + " answers may have been made for other customers, because more answers came than"
                        + " requests were sent; look for a proxy that sends answers twice, and review again");
    }
}
