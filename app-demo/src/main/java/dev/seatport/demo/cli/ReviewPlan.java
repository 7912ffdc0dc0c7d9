package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.FreeSkus;
import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.http.BoundedFileReader;
import dev.seatport.ports.review.Progress;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.policy.PolicyFile;
import dev.seatport.reports.review.Fingerprint;
import java.util.List;

/** What is to be reviewed and how, as the options, the policy file and the settings say together. */
final class ReviewPlan {
    private final ReviewOptions options;
    private final Policy usual;

    /** A plan by the options, with the default policy if they name none. */
    ReviewPlan(ReviewOptions options) {
        this(
                options,
                new Policy(ReviewPolicy.builder().freeSkus(FreeSkus.MICROSOFT).build(), List.of()));
    }

    /** A plan by the options, with that policy if they name none. */
    ReviewPlan(ReviewOptions options, Policy usual) {
        this.options = options;
        this.usual = usual;
    }

    ReviewOptions options() {
        return options;
    }

    /** The policy of the file, if one is named. */
    Policy policy(Vendors vendors) {
        return options.policy()
                .map(file -> PolicyFile.read(
                        file, BoundedFileReader::read, vendors.ofSeats(), vendors.catalogue(), FreeSkus.MICROSOFT))
                .orElse(usual);
    }

    /** What the use case is asked for. */
    ReviewRequest request(Vendors vendors, Policy policy, Progress progress) {
        return ReviewRequest.of(products(vendors, policy))
                .policy(policy.review())
                .customers(options.customers().stream()
                        .map(id -> new CustomerId(vendors.ofSeats(), id))
                        .toList())
                .progress(progress)
                .build();
    }

    /** Those that the policy names, else those that the settings do. */
    private static List<Product> products(Vendors vendors, Policy policy) {
        return policy.products().isEmpty()
                ? vendors.products()
                : policy.products().stream().map(vendors.catalogue()::byCode).toList();
    }

    /** What makes this review another one than that of a journal. */
    String identity(Vendors vendors, Policy policy) {
        Fingerprint fingerprint = new Fingerprint()
                .add("seats", vendors.account(vendors.ofSeats()))
                .add("licenses", vendors.account(vendors.ofLicenses()))
                .add("products", products(vendors, policy).toString())
                .add(
                        "customers",
                        options.customers().stream()
                                .map(id -> new CustomerId(vendors.ofSeats(), id).canonical())
                                .toList()
                                .toString());
        if (!policy.text().isEmpty()) {
            fingerprint.add("policy", policy.text());
        }
        return fingerprint.text();
    }
}
