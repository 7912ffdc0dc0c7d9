package dev.seatport.reports.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.format.ReviewOutputOptions;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewViewMapperTest {
    private static final Vendor SEATS = new Vendor("avepoint");
    private static final Vendor LICENSES = new Vendor("c3");
    private static final CustomerId CUSTOMER = new CustomerId(SEATS, "a");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    /** Default limit of rows per customer. */
    private static final int MOST_LICENSES = 20_000;

    /** A customer with an over-assigned license in each of many tenants, each from a different response. */
    private static CustomerReview reviewed(int licenses, ReviewPolicy policy) {
        List<Observed<LicenseConsumption>> rows = IntStream.range(0, licenses)
                .mapToObj(i -> new Observed<>(
                        new LicenseConsumption(
                                new CustomerId(LICENSES, "c"),
                                new TenantId("tenant-" + i),
                                new SkuId("sku"),
                                "Product " + i,
                                Quantity.of(i + 1L),
                                Quantity.of(i + 3L),
                                Quantity.of(0),
                                Quantity.of(i + 2L),
                                List.of()),
                        new Provenance(LICENSES, "licenses", Instant.EPOCH, "rq-" + i)))
                .toList();
        CustomerPosition position = new CustomerPosition(
                new Observed<>(
                        Customer.builder(CUSTOMER).build(), new Provenance(SEATS, "customers", Instant.EPOCH, null)),
                List.of(),
                List.of(),
                List.of(),
                rows,
                LICENSES,
                List.of(),
                List.of(),
                Set.of(),
                List.of());
        return new CustomerReview(position, Review.of(position, policy, TODAY), Instant.EPOCH);
    }

    @Test
    void givesAFindingTheCountsOfItsLicense() {
        CustomerView view = ReviewStatistics.VIEWS.customer(reviewed(3, ReviewPolicy.defaults()));

        assertThat(view.findings())
                .filteredOn(finding -> finding.kind().equals("OVER_ASSIGNED_LICENSES"))
                .hasSize(3)
                .allSatisfy(finding -> {
                    String tenant = String.valueOf(finding.tenantId());
                    long i = Long.parseLong(tenant.substring("tenant-".length()));
                    assertThat(finding.productName()).isEqualTo("Product " + i);
                    assertThat(finding.purchased()).isEqualTo(i + 1);
                    assertThat(finding.assigned()).isEqualTo(i + 3);
                    assertThat(finding.tenantTotal()).isEqualTo(i + 2);
                    assertThat(finding.difference()).isEqualTo(1);
                });
    }

    @Test
    void takesLinearTimeInTheNumberOfFindings() {
        CustomerReview reviewed = reviewed(MOST_LICENSES, ReviewPolicy.defaults());
        ReviewOutputHeader header = new ReviewOutputHeader("2026-11-30T00:00:00Z", "test", "avepoint", "c3", Set.of());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            CustomerView view = ReviewStatistics.VIEWS.customer(reviewed);
            StringWriter page = new StringWriter();
            try (ReviewWriter writer = ReviewFormat.HTML.writer(header, page, ReviewOutputOptions.plain())) {
                writer.customer(view);
            }
            assertThat(view.findings()).hasSizeGreaterThanOrEqualTo(MOST_LICENSES);
        });
    }

    @Test
    void refersToExclusionsByIndex() {
        Exclusion exclusion = Exclusion.of(CUSTOMER, "seasonal").build();
        CustomerReview reviewed = reviewed(
                1, ReviewPolicy.builder().exclusions(List.of(exclusion)).build());

        assertThat(CheckpointRecord.of(reviewed, List.of(exclusion)).exclusions())
                .isNotEmpty()
                .containsOnly(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckpointRecord.of(reviewed, List.of()))
                .withMessageContaining("the policy lacks an exclusion");
    }
}
