package dev.seatport.reports.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicenseSumsTest {
    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private final LicenseSums sums = new LicenseSums();

    private static LicenseView license(
            String tenant, String sku, @Nullable Long purchased, @Nullable Long assigned, boolean free) {
        return license(tenant, sku, purchased, assigned, true, free);
    }

    private static LicenseView license(
            String tenant,
            String sku,
            @Nullable Long purchased,
            @Nullable Long assigned,
            boolean assignable,
            boolean free) {
        return new LicenseView(
                "c",
                tenant,
                sku,
                null,
                purchased,
                assigned,
                5L,
                30L,
                null,
                assignable,
                false,
                List.of(),
                null,
                free,
                null,
                List.of());
    }

    private static CustomerView customer(List<MissingDataView> gaps, LicenseView... licenses) {
        return new CustomerView(
                "avepoint",
                "a",
                null,
                null,
                "WORKING",
                null,
                null,
                null,
                "2026-11-30T00:00:00Z",
                gaps.isEmpty(),
                List.of(),
                List.of(),
                List.of(licenses),
                List.of(),
                List.of(),
                gaps,
                List.of());
    }

    private static QuantitySum sum(@Nullable Long sum, long reported, long unreported) {
        return new QuantitySum(sum, reported, unreported, null);
    }

    @Test
    void addAllSkusOfATenant() {
        sums.add(customer(List.of(), license(TENANT, "s1", 10L, 25L, false), license(TENANT, "s2", null, 5L, false)));

        assertThat(sums.purchased()).isEqualTo(sum(10L, 1, 1));
        assertThat(sums.assigned()).isEqualTo(sum(30L, 2, 0));
        assertThat(sums.available()).isEqualTo(sum(10L, 2, 0));
        assertThat(sums.tenantTotal()).isEqualTo(sum(60L, 2, 0));
    }

    @Test
    void countATenantOnceIfTwoCustomersListIt() {
        String spelled = "{" + TENANT.replace("-", "") + "}";
        sums.add(customer(List.of(), license(TENANT, "s1", 10L, 25L, false)));
        sums.add(customer(List.of(), license(spelled, "s1", 10L, 25L, false), license("t2", "s1", 1L, 2L, false)));

        assertThat(sums.purchased()).isEqualTo(sum(11L, 2, 0));
        assertThat(sums.assigned()).isEqualTo(sum(27L, 2, 0));
        assertThat(sums.tenantTotal()).isEqualTo(sum(60L, 2, 0));
    }

    @Test
    void leaveOutFreeSkusAndCountThoseWithoutAnIdAsUnreported() {
        sums.add(customer(
                List.of(),
                license(TENANT, "s1", 10L, 25L, false),
                license(TENANT, "free", 10_000L, 3L, true),
                license(TENANT, " ", 1L, 1L, false),
                license(TENANT, "00000000-0000-0000-0000-000000000000", 1L, 1L, false)));

        assertThat(sums.purchased()).isEqualTo(sum(10L, 1, 2));
        assertThat(sums.assigned()).isEqualTo(sum(25L, 1, 2));
    }

    @Test
    void leaveOutSkusThatAreNotAssignable() {
        sums.add(customer(
                List.of(),
                license(TENANT, "s1", 10L, 25L, true, false),
                license(TENANT, "company", 1L, null, false, false),
                license(TENANT, " ", null, null, false, false),
                license("t2", "company", 1L, 1L, false, false)));

        assertThat(sums.purchased()).isEqualTo(sum(10L, 1, 0));
        assertThat(sums.assigned()).isEqualTo(sum(25L, 1, 0));
        assertThat(sums.available()).isEqualTo(sum(5L, 1, 0));
        assertThat(sums.tenantTotal()).isEqualTo(sum(30L, 1, 0));
    }

    @Test
    void areUnreportedForACustomerWithAnUnreadTenant() {
        MissingDataView gap = new MissingDataView("a", "c3", "licenses", "TIMED_OUT", "took too long", null, null);
        sums.add(customer(List.of(gap), license(TENANT, "s1", 10L, 25L, false)));
        assertThat(sums.purchased()).isEqualTo(sum(0L, 0, 1));

        sums.add(customer(List.of(), license(TENANT, "s1", 10L, 25L, false)));
        assertThat(sums.purchased()).isEqualTo(sum(10L, 1, 1));
        assertThat(sums.tenantTotal()).isEqualTo(sum(30L, 1, 1));
    }

    @Test
    void haveANoteIfTheyDoNotFitALong() {
        sums.add(customer(
                List.of(),
                license("t1", "s1", Long.MAX_VALUE, 1L, false),
                license("t2", "s1", 1L, 1L, false),
                license("t3", "s1", null, 1L, false)));

        assertThat(sums.purchased()).isEqualTo(new QuantitySum(null, 2, 1, "the sum does not fit 64 bits"));
        assertThat(sums.assigned()).isEqualTo(sum(3L, 3, 0));
        assertThat(sums.purchased().known()).isFalse();
    }

    /** An intermediate sum may overflow a long although the final sum fits: available counts may be negative. */
    @Test
    void doNotDependOnTheOrder() {
        QuantitySum.Accumulator sum = new QuantitySum.Accumulator();
        sum.add(Long.MAX_VALUE).add(Long.MAX_VALUE).add(-Long.MAX_VALUE);

        assertThat(sum.sum()).isEqualTo(sum(Long.MAX_VALUE, 3, 0));
        assertThat(sum.add(Long.MIN_VALUE).sum()).isEqualTo(sum(-1L, 4, 0));
        assertThat(sum(Long.MAX_VALUE, 1, 0).minus(sum(-1L, 1, 0))).isEqualTo(Long.MAX_VALUE);
        assertThat(sum(-2L, 1, 0).minus(sum(Long.MAX_VALUE, 1, 0))).isEqualTo(Long.MIN_VALUE);
    }

    /** Licenses of a tenant with this total. */
    private static LicenseView counted(
            String sku, @Nullable Long assigned, @Nullable Long total, @Nullable LapsedLicensesView states) {
        return new LicenseView(
                "c", TENANT, sku, null, 10L, assigned, 4L, total, states, true, false, List.of(), null, false, null,
                List.of());
    }

    @Test
    void neverNetDifferencesOfSeveralSkus() {
        sums.add(customer(
                List.of(), counted("s1", 14L, 12L, null), counted("s2", 7L, 10L, null), counted("s3", 18L, 20L, null)));

        assertThat(sums.differences()).isEqualTo("2 over on 1 SKU, 5 free on 2 SKUs");
        assertThat(sums.over()).isEqualTo(new SkuDifference(2L, 1, 0));
        assertThat(sums.free()).isEqualTo(new SkuDifference(5L, 2, 0));
    }

    @Test
    void compareWithTheLicensesInEveryState() {
        LapsedLicensesView states = new LapsedLicensesView(3L, 2L, 1L);
        sums.add(customer(List.of(), counted("s1", 17L, 10L, states), counted("s2", 12L, 10L, states)));

        assertThat(sums.differences()).isEqualTo("1 over on 1 SKU, 1 free on 1 SKU");
    }

    @Test
    void haveAnUnknownDifferenceIfACountIsUnreported() {
        sums.add(customer(List.of(), counted("s1", 17L, null, null)));
        assertThat(sums.differences()).isEqualTo("? over, 4 free on 1 SKU");

        sums.add(customer(
                List.of(new MissingDataView("a", "c3", "licenses", "TIMED_OUT", "took too long", null, null))));
        assertThat(sums.differences()).isEqualTo("? over, >= 4 free on 1 SKU");
    }

    @Test
    void countSkusThatAreFreeOfChargeOnlyAsOver() {
        sums.add(customer(List.of(), license(TENANT, "s1", 10L, 33L, true), license(TENANT, "s2", 10L, 3L, true)));

        assertThat(sums.differences()).isEqualTo("3 over on 1 SKU, none free");
    }

    @Test
    void haveNoDifferenceThatDoesNotFitALong() {
        sums.add(customer(List.of(), counted("s1", 0L, Long.MAX_VALUE, null), counted("s2", 0L, Long.MAX_VALUE, null)));

        assertThat(sums.free()).isEqualTo(new SkuDifference(null, 2, 0));
        assertThat(sums.differences()).isEqualTo("none over, ? free on 2 SKUs");
    }
}
