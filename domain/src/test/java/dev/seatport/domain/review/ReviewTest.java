package dev.seatport.domain.review;

import static dev.seatport.domain.review.PositionBuilder.BACKUP;
import static dev.seatport.domain.review.PositionBuilder.TODAY;
import static dev.seatport.domain.review.PositionBuilder.license;
import static dev.seatport.domain.review.PositionBuilder.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static PositionBuilder troubled() {
        return new PositionBuilder()
                .asked(BACKUP)
                .bought(BACKUP, "25")
                .used("31")
                .unmatched(tenant("t9", TenantKind.MICROSOFT_365))
                .licensed(license("s1", "25", "25", "0"), license("s2", "100", "10", "90"));
    }

    private static List<FindingKind> kinds(Review review) {
        return review.findings().stream().map(Finding::kind).toList();
    }

    @Nested
    class Order {
        @Test
        void isTheWorstFirstAndAmongEqualsAsTheyWereFound() {
            assertThat(kinds(troubled().review()))
                    .containsExactly(
                            FindingKind.BACKUP_SHORTFALL,
                            FindingKind.TENANT_UNKNOWN_TO_VENDOR,
                            FindingKind.UNASSIGNED_LICENSES,
                            FindingKind.NO_LICENSES_LEFT);
        }

        @Test
        void followsThePolicysSeverities() {
            ReviewPolicy policy = ReviewPolicy.builder()
                    .severities(Map.of(
                            FindingKind.NO_LICENSES_LEFT, Severity.CRITICAL,
                            FindingKind.BACKUP_SHORTFALL, Severity.INFO))
                    .build();

            assertThat(troubled().review(policy).findings())
                    .extracting(Finding::severity)
                    .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.WARNING, Severity.INFO);
        }
    }

    @Nested
    class Exclusions {
        private static final SkuId SKU = new SkuId("s2");
        private static final String WHY = "agreed by phone";

        private Review under(Exclusion.Builder... exclusions) {
            return troubled()
                    .review(ReviewPolicy.builder()
                            .exclusions(Arrays.stream(exclusions)
                                    .map(Exclusion.Builder::build)
                                    .toList())
                            .build());
        }

        private List<FindingKind> without(Exclusion.Builder exclusion) {
            return kinds(under(exclusion));
        }

        @Test
        void ofACustomerSilenceAllOfItsFindings() {
            assertThat(without(Exclusion.of(PositionBuilder.CUSTOMER, WHY))).isEmpty();
        }

        @Test
        void ofASkuSilenceFindingsAboutIt() {
            assertThat(without(Exclusion.of(SKU, WHY))).hasSize(3).doesNotContain(FindingKind.UNASSIGNED_LICENSES);
        }

        @Test
        void ofBothMustMatchBoth() {
            assertThat(without(Exclusion.of(PositionBuilder.CUSTOMER, SKU, WHY)))
                    .hasSize(3);
            assertThat(without(Exclusion.of(new CustomerId(PositionBuilder.SEATS, "other"), SKU, WHY)))
                    .hasSize(4);
            assertThat(without(Exclusion.of(PositionBuilder.CUSTOMER, new SkuId("other"), WHY)))
                    .hasSize(4);
        }

        @Test
        void holdOnTheirLastDayAndNotAfter() {
            assertThat(without(Exclusion.of(PositionBuilder.CUSTOMER, WHY).until(TODAY)))
                    .isEmpty();
            assertThat(without(Exclusion.of(PositionBuilder.CUSTOMER, WHY).until(TODAY.minusDays(1))))
                    .hasSize(4);
        }

        @Test
        void leaveCoverageAsItIs() {
            assertThat(under(Exclusion.of(PositionBuilder.CUSTOMER, WHY)).coverage())
                    .hasSize(1);
        }

        @Test
        void keepWhatTheyTakeAwayBesideTheReason() {
            Review review = under(
                    Exclusion.of(SKU, "seasonal")
                            .scope(Exclusion.Scope.EVERYWHERE)
                            .owner("Ada"),
                    Exclusion.of(PositionBuilder.CUSTOMER, WHY));

            assertThat(review.excused())
                    .extracting(
                            excused -> excused.finding().kind(),
                            excused -> excused.exclusion().reason())
                    .containsExactly(
                            tuple(FindingKind.BACKUP_SHORTFALL, WHY),
                            tuple(FindingKind.TENANT_UNKNOWN_TO_VENDOR, WHY),
                            tuple(FindingKind.UNASSIGNED_LICENSES, "seasonal"),
                            tuple(FindingKind.NO_LICENSES_LEFT, WHY));
            assertThat(review.worst()).isEmpty();
        }

        @Test
        void raiseNoAlarmButAreToldUnlessTheySayOtherwise() {
            assertThat(Exclusion.of(SKU, WHY).build().scope()).isEqualTo(Exclusion.Scope.ALERTS_ONLY);
        }

        @Test
        void giveAReason() {
            assertThatIllegalArgumentException().isThrownBy(() -> Exclusion.of(PositionBuilder.CUSTOMER, " "));
        }

        @Test
        void areEqualIfTheySayTheSame() {
            assertThat(Exclusion.of(SKU, WHY).until(TODAY).owner("Ada").build())
                    .isEqualTo(Exclusion.of(SKU, WHY).until(TODAY).owner("Ada").build())
                    .hasSameHashCodeAs(
                            Exclusion.of(SKU, WHY).until(TODAY).owner("Ada").build())
                    .isNotEqualTo(
                            Exclusion.of(SKU, WHY).until(TODAY).owner("Bob").build())
                    .hasToString("Exclusion[customer=null, sku=s2, reason=agreed by phone, owner=Ada, until=2026-03-01,"
                            + " scope=ALERTS_ONLY]");
        }
    }

    @Nested
    class Ids {
        @Test
        void areTheSameFromReviewToReview() {
            List<String> first =
                    troubled().review().findings().stream().map(Finding::id).toList();
            List<String> second =
                    troubled().review().findings().stream().map(Finding::id).toList();

            assertThat(first)
                    .isEqualTo(second)
                    .doesNotHaveDuplicates()
                    .containsExactly(
                            "BACKUP_SHORTFALL/acme/cafe//1/",
                            "TENANT_UNKNOWN_TO_VENDOR/acme/cafe/t9//",
                            "UNASSIGNED_LICENSES/globex/cafe/t1//s2",
                            "NO_LICENSES_LEFT/globex/cafe/t1//s1");
        }

        @Test
        void doNotDependOnTheCountsOrOnTheLetterCaseOfGuids() {
            FindingKey upper = subject("AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE", "x", null);
            FindingKey lower = subject("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "x", null);

            assertThat(upper.id()).isEqualTo(lower.id());
            assertThat(new PositionBuilder()
                            .asked(BACKUP)
                            .bought(BACKUP, "1")
                            .used("2")
                            .review()
                            .findings()
                            .get(0)
                            .id())
                    .isEqualTo(troubled().review().findings().get(0).id());
        }

        @Test
        void keepTheirPartsApartWhateverIsInThem() {
            assertThat(subject("a/b", "c", null).id())
                    .isNotEqualTo(subject("a", "b/c", null).id());
            assertThat(subject("a/b", "50%", "2F").id()).isEqualTo("BACKUP_SURPLUS/acme/a%2Fb//50%25/2F");
        }

        private static FindingKey subject(String customer, String product, @Nullable String sku) {
            return new FindingKey(
                    FindingKind.BACKUP_SURPLUS,
                    PositionBuilder.SEATS,
                    new CustomerId(PositionBuilder.SEATS, customer),
                    null,
                    new ProductCode(product),
                    sku == null ? null : new SkuId(sku));
        }
    }

    @Nested
    class APosition {
        @Test
        void isCompleteWithoutGaps() {
            assertThat(troubled().build().complete()).isTrue();
            assertThat(troubled().build().gap(Dataset.LICENSES)).isEmpty();
        }

        @Test
        void tellsTheFirstGapOfASource() {
            CustomerPosition position = troubled()
                    .gap(Dataset.TENANT_SEATS, FailureKind.TIMED_OUT)
                    .gap(Dataset.LICENSES, FailureKind.UNAVAILABLE)
                    .gap(Dataset.LICENSES, FailureKind.CLOSED)
                    .build();

            assertThat(position.complete()).isFalse();
            assertThat(position.gap(Dataset.LICENSES)).get().extracting("kind").isEqualTo(FailureKind.UNAVAILABLE);
        }

        @Test
        void isJudgedTheSameWayTwice() {
            assertThat(troubled().review()).isEqualTo(troubled().review());
        }
    }

    @Nested
    class Policies {
        @Test
        void haveDefaults() {
            ReviewPolicy policy = ReviewPolicy.defaults();

            assertThat(policy.unassigned()).isEqualTo(Threshold.of(10, 5));
            assertThat(policy.coverage()).isEqualTo(Threshold.of(2, 1));
            assertThat(policy.disagreement()).isEqualTo(Threshold.of(2, 1));
            assertThat(policy.exclusions()).isEmpty();
            assertThat(policy.seatSkus(BACKUP.code())).isEmpty();
            assertThat(policy.severity(FindingKind.BACKUP_SHORTFALL)).isEqualTo(Severity.CRITICAL);
        }
    }

    @Test
    void tenantIdsOfFindingsKeepTheirSpelling() {
        assertThat(troubled().review().findings().get(1).subject().tenant()).isEqualTo(new TenantId("t9"));
    }
}
