package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.purchasedSeats;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.ReviewPolicy;
import org.junit.jupiter.api.Test;

class FleetReviewWithoutLicensesTest {
    private final InMemoryVendors vendors = new InMemoryVendors().customer("cafe");

    private InMemoryVendors.Outcome run() {
        return InMemoryVendors.Outcome.of(
                FleetReview.builder(vendors.seatSources()).build(), ReviewPolicy.defaults(), BACKUP);
    }

    @Test
    void comparesSeats() {
        vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 30));
        vendors.productSeats.with(purchasedSeats("cafe", BACKUP, 20));

        InMemoryVendors.Outcome outcome = run();

        assertThat(outcome.only().review().findings())
                .extracting(Finding::text)
                .containsExactly("Backup: 30 assigned, 20 purchased: 10 short");
        assertThat(outcome.only().position().licenseVendor()).isNull();
        assertThat(outcome.only().review().licenseUse()).isEmpty();
        assertThat(outcome.unmatched()).isEmpty();
    }

    @Test
    void isCompleteWithUnreadLicenses() {
        InMemoryVendors.Outcome outcome = run();

        assertThat(outcome.completeness().whole()).isTrue();
        assertThat(outcome.completeness().unread()).containsExactly(Dataset.LICENSES);
        assertThat(outcome.completeness().text()).isEqualTo("1 of 1 customers complete; licenses were not read");
        assertThat(outcome.completeness().text(Dataset.LICENSES)).isEqualTo("licenses: not read");
    }

    @Test
    void hasNoGapBecauseOfLicenses() {
        vendors.customers.with(
                Customer.builder(seatCustomer("pub")).tenantsWithoutId(1).build());
        vendors.tenantSeats.withCustomer(seatCustomer("pub"));
        vendors.tenantSeats.fail(seatCustomer("cafe"), 0, InMemoryVendors.failure(SEATS, FailureKind.TIMED_OUT));

        assertThat(run().gaps()).extracting(Gap::source).containsExactly(Dataset.TENANT_SEATS);
    }
}
