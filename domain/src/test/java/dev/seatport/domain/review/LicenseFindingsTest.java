package dev.seatport.domain.review;

import static dev.seatport.domain.review.Positions.license;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.SkuId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseFindingsTest {

    private static List<Finding> findings(String purchased, String assigned, String available) {
        return new Positions()
                .licensed(license("s1", purchased, assigned, available))
                .review()
                .findings();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 80 | 20 | Plan s1: 20 of 100 purchased unassigned",
                "100 | 80 | -  | Plan s1: 20 of 100 purchased unassigned (derived: purchased - assigned)",
                "-   | 80 | 20 | Plan s1: 20 unassigned",
                "-   | -  | 5  | Plan s1: 5 unassigned",
                "100 | -  | 10 | Plan s1: 10 of 100 purchased unassigned",
                "25  | 25 | 0  | Plan s1: all 25 purchased are assigned",
                "25  | 25 | -  | Plan s1: all 25 purchased are assigned (derived: purchased - assigned)",
                "-   | 25 | 0  | Plan s1: none is available",
                "25  | -  | 0  | Plan s1: all 25 purchased are assigned",
                "25  | 31 | 0  | Plan s1: 31 assigned - 25 purchased = 6 not purchased",
                "25  | 31 | -  | Plan s1: 31 assigned - 25 purchased = 6 not purchased",
                "25  | -  | -6 | Plan s1: -6 available = 6 not purchased",
                "-   | 31 | -6 | Plan s1: -6 available = 6 not purchased",
                "-   | -  | -6 | Plan s1: -6 available = 6 not purchased",
                "0   | 3  | 0  | Plan s1: 3 assigned - 0 purchased = 3 not purchased",
            })
    void showTheirReckoning(String purchased, String assigned, String available, String text) {
        assertThat(findings(purchased, assigned, available))
                .extracting(Finding::text)
                .containsExactly(text);
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned, {2} available: nothing to tell")
    @CsvSource({
        "100, 91, 9",
        "100, 91, -",
        "40, 36, 4",
        "-, -, -",
        "25, -, -",
        "-, 25, -",
        "0, 0, 0",
        "0, 0, -",
        "-, -, 4",
        "-, -, 0",
        "0, -, 0",
    })
    void areNotToldWithoutAReason(String purchased, String assigned, String available) {
        assertThat(findings(purchased, assigned, available)).isEmpty();
    }

    @Nested
    class CountsThatDoNotFitTogether {
        @ParameterizedTest(name = "{3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "100 | 91 | 8 | Plan s1: 8 available is reported, but 100 purchased - 91 assigned leaves 9",
                    "25 | 23 | 0 | Plan s1: 0 available is reported, but 25 purchased - 23 assigned leaves 2",
                    "25 | 23 | -2 | Plan s1: -2 available is reported, but 25 purchased - 23 assigned leaves 2",
                })
        void areToldAsSuchAndNothingIsMadeOfThem(String purchased, String assigned, String available, String text) {
            assertThat(findings(purchased, assigned, available))
                    .extracting(Finding::text)
                    .containsExactly(text);
        }

        @Test
        void areToldBesideUnassignedOnes() {
            assertThat(findings("100", "10", "80"))
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.UNASSIGNED_LICENSES, FindingKind.COUNTS_INCONSISTENT);
        }

        @Test
        void leaveAnOverAssignmentWithoutAnyUnassigned() {
            assertThat(findings("10", "20", "8"))
                    .extracting(Finding::text)
                    .containsExactly(
                            "Plan s1: 20 assigned - 10 purchased = 10 not purchased",
                            "Plan s1: 8 available is reported, but 10 purchased - 20 assigned leaves 0");
        }
    }

    @Test
    void markWhatWasReckonedHere() {
        assertThat(findings("100", "80", "-"))
                .first()
                .isInstanceOfSatisfying(
                        Finding.UnassignedLicenses.class,
                        finding -> assertThat(finding.derived()).isTrue());
        assertThat(findings("100", "80", "20"))
                .first()
                .isInstanceOfSatisfying(
                        Finding.UnassignedLicenses.class,
                        finding -> assertThat(finding.derived()).isFalse());
    }

    @Test
    void areMeasuredByThePolicy() {
        ReviewPolicy keen =
                ReviewPolicy.builder().unassigned(Threshold.of(0, 1)).build();

        assertThat(new Positions()
                        .licensed(license("s1", "1000", "999", "1"))
                        .review(keen)
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.UNASSIGNED_LICENSES);
    }

    @Test
    void areAboutTheLicenseVendorsSkuInItsTenant() {
        Subject subject = findings("100", "80", "20").get(0).subject();

        assertThat(subject)
                .isEqualTo(new Subject(
                        FindingKind.UNASSIGNED_LICENSES,
                        Positions.LICENSES,
                        Positions.CUSTOMER,
                        Positions.TENANT,
                        null,
                        new SkuId("s1")));
    }

    @Test
    void sumTheRowsOfASkuFirst() {
        Review review = new Positions()
                .licensed(license("s1", "100", "20", "80"), license("s1", "20", "100", "0"))
                .review();

        assertThat(review.findings())
                .extracting(Finding::text)
                .containsExactly(
                        "Plan s1: 80 of 120 purchased unassigned",
                        "Plan s1: 80 available is reported, but 120 purchased - 120 assigned leaves 0");
    }
}
