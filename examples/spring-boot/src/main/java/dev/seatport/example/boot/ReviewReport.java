package dev.seatport.example.boot;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Response for the review of one customer.
 *
 * @param customer the review; {@code null} if the customer could not be read
 * @param gaps the data that is missing: of the customer, and of no customer in particular
 * @param licenseCustomersListedAt the time of the listing of the license vendor's customers, in ISO 8601; {@code null} if
 *     none is kept
 */
public record ReviewReport(
        @Nullable CustomerReview customer,
        List<Gap> gaps,
        @Nullable String licenseCustomersListedAt) {
    public ReviewReport {
        gaps = List.copyOf(gaps);
    }

    static ReviewReport of(List<ReviewEvent> events, Optional<Instant> licenseCustomersListedAt) {
        CustomerReview customer = null;
        List<Gap> gaps = new ArrayList<>();
        for (ReviewEvent event : events) {
            if (event instanceof ReviewEvent.Reviewed reviewed) {
                customer = reviewed.customer();
                gaps.addAll(customer.position().gaps());
            } else if (event instanceof ReviewEvent.Finished finished) {
                gaps.addAll(finished.completeness().atLarge());
            }
        }
        return new ReviewReport(
                customer, gaps, licenseCustomersListedAt.map(Instant::toString).orElse(null));
    }

    static ReviewReport of(CustomerId customer, VendorException failure) {
        return new ReviewReport(
                null,
                List.of(new Gap(customer, failure.vendor(), Dataset.CUSTOMERS, failure.kind(), failure.getMessage())),
                null);
    }

    /** Returns 503 if a part is missing that a later request can have, and the status of the failure if there is no review. */
    HttpStatus status() {
        if (gaps.stream().anyMatch(gap -> VendorFailures.isTemporary(gap.kind()))) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return customer == null && !gaps.isEmpty()
                ? VendorFailures.status(gaps.get(0).kind())
                : HttpStatus.OK;
    }
}
