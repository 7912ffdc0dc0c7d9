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

    private static PositionBuilder withFindings() {
        return new PositionBuilder()
                .products(BACKUP)
                .purchased(BACKUP, "25")
                .assigned("31")
                .unmatched(tenant("t9", TenantKind.MICROSOFT_365))
                .licensed(license("s1", "25", "25", "0"), license("s2", "100", "10", "90"));
    }

    private static List<FindingKind> kinds(Review review) {
        return review.findings().stream().map(Finding::kind).toList();
    }

    @Nested
    class Order {
        @Test
        void isWorstFirstThenInTheOrderOfDetection() {
            assertThat(kinds(withFindings().review()))
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

            assertThat(withFindings().review(policy).findings())
                    .extracting(Finding::severity)
                    .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.WARNING, Severity.INFO);
        }
    }

    @Nested
    class Exclusions {
        private static final SkuId SKU = new SkuId("s2");
        private static final String REASON = "agreed by phone";

        private Review reviewWith(Exclusion.Builder... exclusions) {
            return withFindings()
                    .review(ReviewPolicy.builder()
                            .exclusions(Arrays.stream(exclusions)
                                    .map(Exclusion.Builder::build)
                                    .toList())
                            .build());
        }

        private List<FindingKind> kindsWith(Exclusion.Builder exclusion) {
            return kinds(reviewWith(exclusion));
        }

        @Test
        void ofACustomerSuppressAllItsFindings() {
            assertThat(kindsWith(Exclusion.of(PositionBuilder.CUSTOMER, REASON)))
                    .isEmpty();
        }

        @Test
        void ofASkuSuppressFindingsAboutIt() {
            assertThat(kindsWith(Exclusion.of(SKU, REASON))).hasSize(3).doesNotContain(FindingKind.UNASSIGNED_LICENSES);
        }

        @Test
        void ofBothMustMatchBoth() {
            assertThat(kindsWith(Exclusion.of(PositionBuilder.CUSTOMER, SKU, REASON)))
                    .hasSize(3);
            assertThat(kindsWith(Exclusion.of(new CustomerId(PositionBuilder.SEATS, "other"), SKU, REASON)))
                    .hasSize(4);
            assertThat(kindsWith(Exclusion.of(PositionBuilder.CUSTOMER, new SkuId("other"), REASON)))
                    .hasSize(4);
        }

        @Test
        void ofATenantSuppressFindingsAboutIt() {
            assertThat(kindsWith(Exclusion.of(new TenantId("t9"), REASON)))
                    .hasSize(3)
                    .doesNotContain(FindingKind.TENANT_UNKNOWN_TO_VENDOR);
            assertThat(kindsWith(Exclusion.of(SKU, REASON).tenant(new TenantId("t9"))))
                    .hasSize(4);
            assertThat(kindsWith(Exclusion.of(SKU, REASON).tenant(PositionBuilder.TENANT)))
                    .hasSize(3);
        }

        @Test
        void areInForceUpToTheirLastDay() {
            assertThat(kindsWith(Exclusion.of(PositionBuilder.CUSTOMER, REASON).until(TODAY)))
                    .isEmpty();
            assertThat(kindsWith(Exclusion.of(PositionBuilder.CUSTOMER, REASON).until(TODAY.minusDays(1))))
                    .hasSize(4);
        }

        @Test
        void doNotChangeCoverage() {
            assertThat(reviewWith(Exclusion.of(PositionBuilder.CUSTOMER, REASON))
                            .coverage())
                    .hasSize(1);
        }

        @Test
        void keepTheFindingWithTheReason() {
            Review review = reviewWith(
                    Exclusion.of(SKU, "seasonal")
                            .scope(Exclusion.SuppressedOutput.EVERYWHERE)
                            .owner("Ada"),
                    Exclusion.of(PositionBuilder.CUSTOMER, REASON));

            assertThat(review.excused())
                    .extracting(
                            excused -> excused.finding().kind(),
                            excused -> excused.exclusion().reason())
                    .containsExactly(
                            tuple(FindingKind.BACKUP_SHORTFALL, REASON),
                            tuple(FindingKind.TENANT_UNKNOWN_TO_VENDOR, REASON),
                            tuple(FindingKind.UNASSIGNED_LICENSES, "seasonal"),
                            tuple(FindingKind.NO_LICENSES_LEFT, REASON));
            assertThat(review.worst()).isEmpty();
        }

        @Test
        void suppressOnlyTheAlarmByDefault() {
            assertThat(Exclusion.of(SKU, REASON).build().scope()).isEqualTo(Exclusion.SuppressedOutput.ALERTS_ONLY);
        }

        @Test
        void requireAReason() {
            assertThatIllegalArgumentException().isThrownBy(() -> Exclusion.of(PositionBuilder.CUSTOMER, " "));
        }

        @Test
        void areEqualIfAllValuesAre() {
            assertThat(Exclusion.of(SKU, REASON).until(TODAY).owner("Ada").build())
                    .isEqualTo(
                            Exclusion.of(SKU, REASON).until(TODAY).owner("Ada").build())
                    .hasSameHashCodeAs(
                            Exclusion.of(SKU, REASON).until(TODAY).owner("Ada").build())
                    .isNotEqualTo(
                            Exclusion.of(SKU, REASON).until(TODAY).owner("Bob").build())
                    .hasToString(
                            "Exclusion[customer=null, tenant=null, sku=s2, reason=agreed by phone, owner=Ada, until=2026-03-01,"
                                    + " scope=ALERTS_ONLY]");
        }
    }

    @Nested
    class Ids {
        @Test
        void areStableAcrossReviews() {
            List<String> first =
                    withFindings().review().findings().stream().map(Finding::id).toList();
            List<String> second =
                    withFindings().review().findings().stream().map(Finding::id).toList();

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
                            .products(BACKUP)
                            .purchased(BACKUP, "1")
                            .assigned("2")
                            .review()
                            .findings()
                            .get(0)
                            .id())
                    .isEqualTo(withFindings().review().findings().get(0).id());
        }

        @Test
        void escapeSeparatorsInTheirParts() {
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
            assertThat(withFindings().build().complete()).isTrue();
            assertThat(withFindings().build().gap(Dataset.LICENSES)).isEmpty();
        }

        @Test
        void returnsTheFirstGapOfADataset() {
            CustomerPosition position = withFindings()
                    .gap(Dataset.TENANT_SEATS, FailureKind.TIMED_OUT)
                    .gap(Dataset.LICENSES, FailureKind.UNAVAILABLE)
                    .gap(Dataset.LICENSES, FailureKind.CLOSED)
                    .build();

            assertThat(position.complete()).isFalse();
            assertThat(position.gap(Dataset.LICENSES)).get().extracting("kind").isEqualTo(FailureKind.UNAVAILABLE);
        }

        @Test
        void hasEqualReviews() {
            assertThat(withFindings().review()).isEqualTo(withFindings().review());
        }
    }

    @Nested
    class Policies {
        @Test
        void haveDefaults() {
            ReviewPolicy policy = ReviewPolicy.defaults();

            assertThat(policy.unassigned()).isEqualTo(Threshold.of(10, 5));
            assertThat(policy.coverage()).isEqualTo(Threshold.of(2, 1));
            assertThat(policy.surplus()).isEqualTo(Threshold.of(10, 5));
            assertThat(policy.disagreement()).isEqualTo(Threshold.of(2, 1));
            assertThat(policy.exclusions()).isEmpty();
            assertThat(policy.seatSkus(BACKUP.code())).isEmpty();
            assertThat(policy.severity(FindingKind.BACKUP_SHORTFALL)).isEqualTo(Severity.CRITICAL);
        }
    }

    @Test
    void findingsKeepTheSpellingOfTenantIds() {
        assertThat(withFindings().review().findings().get(1).subject().tenant()).isEqualTo(new TenantId("t9"));
    }
}
