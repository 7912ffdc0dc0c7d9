package dev.seatport.domain.review;

import static dev.seatport.domain.review.PositionBuilder.BACKUP;
import static dev.seatport.domain.review.PositionBuilder.license;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.seat.Quantity;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of reviews for random counts, unreported and contradictory ones included. */
class ReviewPropertiesTest {
    /** Reports every difference. */
    private static final ReviewPolicy WITHOUT_THRESHOLDS = ReviewPolicy.builder()
            .unassigned(Threshold.of(0, 0))
            .coverage(Threshold.of(0, 0))
            .disagreement(Threshold.of(0, 0))
            .build();

    static Stream<Arguments> counts() {
        RandomGenerator random = new Random(31);
        return Stream.generate(() ->
                        Arguments.of(count(random, 0), count(random, 0), count(random, -20), random.nextInt(1, 4)))
                .limit(400);
    }

    private static String count(RandomGenerator random, int min) {
        return random.nextInt(5) == 0 ? "-" : Integer.toString(random.nextInt(min, 40));
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned, in {3} tenants")
    @MethodSource("counts")
    void coverageIsTheDifference(String purchased, String assigned, String unused, int tenants) {
        PositionBuilder positionBuilder = new PositionBuilder().products(BACKUP).purchased(BACKUP, purchased);
        for (int i = 0; i < tenants; i++) {
            positionBuilder.assigned(assigned);
        }
        Review review = positionBuilder.review(WITHOUT_THRESHOLDS);
        PurchasedSeatComparison coverage = review.coverage().get(0);
        Quantity left = coverage.purchased().minus(coverage.assigned());

        if (coverage instanceof PurchasedSeatComparison.PurchasedSeatShortfall shortfall) {
            assertThat(left).isEqualTo(Quantity.of(-shortfall.by()));
            assertThat(kinds(review)).containsExactly(FindingKind.BACKUP_SHORTFALL);
        } else if (coverage instanceof PurchasedSeatComparison.PurchasedSeatSurplus surplus) {
            assertThat(left).isEqualTo(Quantity.of(surplus.by()));
            assertThat(kinds(review)).containsExactly(FindingKind.BACKUP_SURPLUS);
        } else if (coverage instanceof PurchasedSeatComparison.Covered) {
            assertThat(left).isEqualTo(Quantity.of(0));
            assertThat(review.findings()).isEmpty();
        } else {
            assertThat(left).isEqualTo(Quantity.unreported());
            assertThat(review.findings()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned, {2} available, {3} in the tenant")
    @MethodSource("counts")
    void findingsDoNotContradictTheCounts(String purchased, String assigned, String available, int size) {
        String total = size == 1 ? "-" : Integer.toString(15 * size);
        List<Finding> findings = new PositionBuilder()
                .licensed(license("s", purchased, assigned, available, total))
                .review(WITHOUT_THRESHOLDS)
                .findings();
        Quantity left = PositionBuilder.quantity(total).minus(PositionBuilder.quantity(assigned));
        Quantity free = left.isReported() ? left : PositionBuilder.quantity(available);

        for (Finding finding : findings) {
            if (finding instanceof Finding.OverAssignedLicenses over) {
                assertThat(over.by()).isPositive();
                assertThat(left).isEqualTo(Quantity.of(-over.by()));
            } else if (finding instanceof Finding.UnassignedLicenses unassigned) {
                assertThat(unassigned.unused()).isPositive().isLessThanOrEqualTo(unassigned.purchased());
                assertThat(free).isEqualTo(Quantity.of(unassigned.free()));
            } else if (finding instanceof Finding.NoLicensesLeft) {
                assertThat(free.count().orElseThrow()).isNotPositive();
            } else if (finding instanceof Finding.CountsInconsistent odd) {
                assertThat(odd.purchasedTooMuch() || odd.availableOdd()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned, {2} available")
    @MethodSource("counts")
    void findingsDoNotContradictEachOther(String purchased, String assigned, String available, int rows) {
        PositionBuilder positionBuilder = new PositionBuilder();
        for (int i = 0; i < rows; i++) {
            positionBuilder.licensed(license("s", purchased, assigned, available, i == 2 ? "60" : "30"));
        }
        Set<FindingKind> exclusive = EnumSet.of(
                FindingKind.OVER_ASSIGNED_LICENSES, FindingKind.NO_LICENSES_LEFT, FindingKind.UNASSIGNED_LICENSES);

        Set<FindingKind> found = kinds(positionBuilder.review(WITHOUT_THRESHOLDS)).stream()
                .filter(exclusive::contains)
                .collect(Collectors.toSet());

        assertThat(found).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned, {2} available")
    @MethodSource("counts")
    void aThresholdOnlyRemovesFindings(String purchased, String assigned, String available, int rows) {
        PositionBuilder positionBuilder = new PositionBuilder()
                .products(BACKUP)
                .purchased(BACKUP, purchased)
                .assigned(assigned)
                .licensed(license("s", purchased, assigned, available));

        assertThat(positionBuilder.review(WITHOUT_THRESHOLDS).findings())
                .containsAll(positionBuilder.review().findings());
    }

    private static List<FindingKind> kinds(Review review) {
        return review.findings().stream().map(Finding::kind).toList();
    }
}
