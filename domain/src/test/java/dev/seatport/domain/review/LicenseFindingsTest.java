package dev.seatport.domain.review;

import static dev.seatport.domain.review.PositionBuilder.license;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseFindingsTest {

    /** Returns a row with the counts {@code purchased/assigned/available/tenant total}. */
    private static LicenseConsumption row(String counts) {
        String[] parts = counts.strip().split("/", -1);
        return license("s1", parts[0], parts[1], parts[2], parts[3]);
    }

    private static List<String> texts(PositionBuilder positionBuilder) {
        return positionBuilder.review().findings().stream().map(Finding::text).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10/25/5/30   | Plan s1: up to 5 of 10 purchased from this partner are unassigned; 5 of 30 in the tenant (all partners) are free",
                "100/80/20/100 | Plan s1: up to 20 of 100 purchased from this partner are unassigned; 20 of 100 in the tenant (all partners) are free",
                "10/5/25/30   | Plan s1: up to 10 of 10 purchased from this partner are unassigned; 25 of 30 in the tenant (all partners) are free",
                "100/80/-/100 | Plan s1: up to 20 of 100 purchased from this partner are unassigned; 20 of 100 in the tenant (all partners) are free",
                "100/80/20/-  | Plan s1: up to 20 of 100 purchased from this partner are unassigned; the vendor reports 20 available",
                "100/-/10/100 | Plan s1: up to 10 of 100 purchased from this partner are unassigned; the vendor reports 10 available",
                "100/-/10/-   | Plan s1: up to 10 of 100 purchased from this partner are unassigned; the vendor reports 10 available",
                "10/25/5/unlimited | Plan s1: up to 5 of 10 purchased from this partner are unassigned; the vendor reports 5 available",
                "25/25/0/25   | Plan s1: none free; 25 of 25 in the tenant (all partners) are assigned, 25 purchased from this partner",
                "10/30/0/30   | Plan s1: none free; 30 of 30 in the tenant (all partners) are assigned, 10 purchased from this partner",
                "25/25/0/-    | Plan s1: none free; the vendor reports none available, 25 purchased from this partner",
                "25/-/0/-     | Plan s1: none free; the vendor reports none available, 25 purchased from this partner",
                "25/-/-6/-    | Plan s1: none free; the vendor reports none available, 25 purchased from this partner",
                "25/31/-6/25  | Plan s1: 31 assigned, 25 in the tenant (all partners): 6 over",
                "25/31/0/25   | Plan s1: 31 assigned, 25 in the tenant (all partners): 6 over",
                "0/31/-/30    | Plan s1: 31 assigned, 30 in the tenant (all partners): 1 over",
                "-/31/-6/25   | Plan s1: 31 assigned, 25 in the tenant (all partners): 6 over",
                "10/25/4/30   | Plan s1: the vendor reports 4 available, but 30 in the tenant - 25 assigned = 5, and 10 purchased - 25 assigned = -15",
                "40/29/1/30   | Plan s1: 40 purchased from this partner, but only 30 in the tenant (all partners)",
            })
    void compareAssignedLicensesWithThoseOfTheTenant(String counts, String text) {
        assertThat(texts(new PositionBuilder().licensed(row(counts)))).contains(text);
    }

    @ParameterizedTest(name = "{0}: no finding")
    @ValueSource(
            strings = {
                // Licenses of other partners are assigned, and all of this partner are.
                "0/1100/0/1100",
                "0/1100/-1100/1100",
                "0/20/10/30",
                "-/25/5/30",
                // The available count is either difference, negative or capped at 0.
                "10/29/1/30",
                "10/29/-19/30",
                "10/29/0/30",
                "100/91/9/-",
                "100/91/9/100",
                "100/91/-/100",
                // No finding from unreported counts, or from a negative available count alone.
                "-/-/-/-",
                "25/-/-/-",
                "25/-/-/30",
                "-/25/-/-",
                "25/31/-/-",
                "-/31/-6/-",
                "0/31/-6/-",
                "-/-/-6/25",
                "-/-/4/-",
                "0/0/0/0",
                "0/-/0/-",
                // An unlimited count is not comparable.
                "unlimited/25/5/30",
                "10/unlimited/-/30",
                "unlimited/unlimited/unlimited/unlimited",
                // Differences that do not fit 64 bits are unreported.
                "-/10/-9223372036854775808/10",
                "-/9223372036854775807/-/-9223372036854775808",
            })
    void areNotReportedWithoutAReason(String counts) {
        assertThat(texts(new PositionBuilder().licensed(row(counts)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: no contradiction")
    @ValueSource(
            strings = {
                "10/25/5/30",
                "10/25/-15/30",
                "10/25/0/30",
                "10/35/-5/30",
                "10/35/0/30",
                "10/25/7/-",
                "-/25/7/30",
                "58/59/-1/58",
                "58/59/0/58",
                "58/59/-1/-"
            })
    void acceptEveryMeaningOfTheAvailableCount(String counts) {
        assertThat(new PositionBuilder().licensed(row(counts)).review().findings())
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.COUNTS_INCONSISTENT);
    }

    @Test
    void areOnlyInconsistentCountsIfRowsOfOneResponseDiffer() {
        assertThat(texts(new PositionBuilder().licensed(row("100/10/90/100"), row("100/20/80/150"))))
                .containsExactly("Plan s1: rows of one response differ in tenant total (100, 150);"
                        + " rows of one response differ in assigned (10, 20)");
        assertThat(texts(new PositionBuilder()
                        .licensed(row("1/1/0/9"), row("1/2/0/9"), row("1/3/0/9"))
                        .licensed(row("1/4/0/9"), row("1/5/0/9"), row("1/6/0/9"))))
                .containsExactly("Plan s1: rows of one response differ in assigned (1, 2, 3, 4, 5, ...)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "00000000-0000-0000-0000-000000000000"})
    void areNoneOfASkuWithoutAnId(String nothing) {
        PositionBuilder positionBuilder = new PositionBuilder()
                .licensed(license(nothing, "100", "10", "90", "100"), license(nothing, "1", "60", "7", "50"));

        assertThat(positionBuilder.review().findings()).isEmpty();
        assertThat(positionBuilder.review().licenses()).hasSize(2);
    }

    @Test
    void doNotReportFreeSkusAsUnassigned() {
        ReviewPolicy policy =
                ReviewPolicy.builder().freeSkus(Set.of(new SkuId("s1"))).build();

        assertThat(new PositionBuilder()
                        .licensed(row("10000/3/9997/10000"))
                        .review(policy)
                        .findings())
                .isEmpty();
        assertThat(new PositionBuilder()
                        .licensed(row("10000/10003/0/10000"))
                        .review(policy)
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.OVER_ASSIGNED_LICENSES);
    }

    /** 10 licenses are purchased from this partner. */
    @ParameterizedTest(name = "{0} assigned of {1}, states {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Nothing is past its end.
                "25 | 25 | 0/0/0  | NO_LICENSES_LEFT",
                "24 | 25 | 0/0/0  | ''",
                // Licenses in warning are usable: free = tenant total + warning - assigned.
                "25 | 25 | 5/0/0  | UNASSIGNED_LICENSES",
                "26 | 25 | 5/0/0  | LICENSES_IN_GRACE",
                "30 | 25 | 5/0/0  | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "31 | 25 | 5/0/0  | OVER_ASSIGNED_LICENSES",
                // All licenses are in warning.
                "30 | 0  | 30/0/0 | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "1  | 0  | 30/0/0 | LICENSES_IN_GRACE UNASSIGNED_LICENSES",
                "0  | 0  | 30/0/0 | UNASSIGNED_LICENSES",
                "31 | 0  | 30/0/0 | OVER_ASSIGNED_LICENSES",
                // All licenses are suspended or locked out: none can be assigned.
                "30 | 0  | 0/30/0 | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "30 | 0  | 0/0/30 | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "31 | 0  | 0/30/0 | OVER_ASSIGNED_LICENSES",
                "0  | 0  | 0/30/0 | NO_LICENSES_LEFT",
                // Suspended and locked out licenses are assigned, but not free.
                "31 | 25 | 5/1/0  | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "31 | 25 | 5/0/1  | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "32 | 25 | 5/1/1  | LICENSES_IN_GRACE NO_LICENSES_LEFT",
                "32 | 25 | 5/1/0  | OVER_ASSIGNED_LICENSES",
                // An unreported state may be any number: in grace if the others suffice, never over-assigned.
                "28 | 25 | 5/-/0  | LICENSES_IN_GRACE",
                "31 | 25 | 5/-/0  | NO_LICENSES_LEFT",
                "28 | 25 | -/3/0  | LICENSES_IN_GRACE",
                "31 | 25 | -/0/0  | ''",
                "31 | 25 | -/-/-  | ''",
                "31 | 25 | 5/unlimited/0 | NO_LICENSES_LEFT",
                // No finding without an assigned count or a tenant total.
                "31 | -  | 5/5/5  | ''",
                "-  | 25 | 5/5/5  | ''",
            })
    void reportLicensesPastTheirEnd(String assigned, String total, String states, String kinds) {
        LicenseConsumption row =
                PositionBuilder.withStates(license("s1", "10", assigned, null, total), PositionBuilder.states(states));

        assertThat(new PositionBuilder().licensed(row).review().findings())
                .extracting(finding -> finding.kind().name())
                .containsExactlyInAnyOrder(kinds.isEmpty() ? new String[0] : kinds.split(" ", -1));
    }

    @Test
    void haveTheSeverityWarningIfLicensesArePastTheirEnd() {
        LicenseConsumption row =
                PositionBuilder.withStates(license("s1", "10", "20", null, "0"), PositionBuilder.states("25/0/0"));

        assertThat(new PositionBuilder().licensed(row).review().findings())
                .filteredOn(finding -> finding.kind() == FindingKind.LICENSES_IN_GRACE)
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @ParameterizedTest(name = "{0}, states {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10/0/-/30  | 0/0/0  | ''",
                "10/30/-/30 | 0/0/0  | ''",
                "10/0/30/30 | 0/0/0  | ''",
                "10/31/-/30 | 0/0/0  | OVER_ASSIGNED_LICENSES",
                "10/31/-/30 | 5/0/0  | LICENSES_IN_GRACE",
                "10/25/4/30 | 0/0/0  | COUNTS_INCONSISTENT",
            })
    void neverCallASkuUnusedThatIsNotAssignable(String counts, String states, String kinds) {
        LicenseConsumption row =
                PositionBuilder.notAssignable(PositionBuilder.withStates(row(counts), PositionBuilder.states(states)));

        assertThat(new PositionBuilder().licensed(row).review().findings())
                .extracting(finding -> finding.kind().name())
                .containsExactlyInAnyOrder(kinds.isEmpty() ? new String[0] : kinds.split(" ", -1));
    }

    @Test
    void nameTheStates() {
        LapsedLicenses states = new LapsedLicenses(
                PositionBuilder.quantity("5"), PositionBuilder.quantity("1"), PositionBuilder.quantity("2"));

        assertThat(new Finding.LicensesInGrace(
                                new FindingKey(
                                        FindingKind.LICENSES_IN_GRACE,
                                        PositionBuilder.LICENSES,
                                        PositionBuilder.CUSTOMER,
                                        PositionBuilder.TENANT,
                                        null,
                                        new SkuId("s1")),
                                Severity.WARNING,
                                "Plan",
                                28,
                                25,
                                states)
                        .text())
                .isEqualTo("Plan: 28 assigned, 25 in good standing in the tenant (all partners);"
                        + " 5 in warning, 1 suspended, 2 locked out");
    }

    @Test
    void areMeasuredByThePolicy() {
        ReviewPolicy keen =
                ReviewPolicy.builder().unassigned(Threshold.of(0, 1)).build();
        PositionBuilder positionBuilder = new PositionBuilder().licensed(row("1000/999/1/1000"));

        assertThat(positionBuilder.review().findings()).isEmpty();
        assertThat(positionBuilder.review(keen).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.UNASSIGNED_LICENSES);
    }

    /** The threshold is relative to the licenses that this partner sold, not to those of the tenant. */
    @Test
    void areMeasuredByThePurchasedLicenses() {
        assertThat(texts(new PositionBuilder().licensed(row("50/995/5/1000")))).hasSize(1);
        assertThat(texts(new PositionBuilder().licensed(row("60/995/5/1000")))).isEmpty();
    }

    @Test
    void haveTheLicenseVendorTenantAndSkuInTheirKey() {
        assertThat(new PositionBuilder()
                        .licensed(row("100/80/20/100"))
                        .review()
                        .findings()
                        .get(0)
                        .subject())
                .isEqualTo(new FindingKey(
                        FindingKind.UNASSIGNED_LICENSES,
                        PositionBuilder.LICENSES,
                        PositionBuilder.CUSTOMER,
                        PositionBuilder.TENANT,
                        null,
                        new SkuId("s1")));
    }
}
