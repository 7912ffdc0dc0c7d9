package dev.seatport.domain.review;

import static dev.seatport.domain.review.PositionBuilder.BACKUP;
import static dev.seatport.domain.review.PositionBuilder.DRIVE;
import static dev.seatport.domain.review.PositionBuilder.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchasedSeatComparisonTest {

    private static PurchasedSeatComparison only(Review review) {
        assertThat(review.coverage()).hasSize(1);
        return review.coverage().get(0);
    }

    private static PurchasedSeatComparison.NotComparable notComparable(Review review) {
        assertThat(only(review)).isInstanceOf(PurchasedSeatComparison.NotComparable.class);
        return (PurchasedSeatComparison.NotComparable) only(review);
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned: {2}")
    @CsvSource({
        "25, 31, short by 6",
        "31, 25, over by 6",
        "25, 25, covered",
        "0, 31, short by 31",
        "31, 0, over by 31",
        "0, 0, covered",
        "-, 31, not comparable: purchased seats are not reported",
        "-, -, not comparable: purchased seats are not reported",
        "25, -, not comparable: assigned seats are not reported",
        "0, -, not comparable: assigned seats are not reported",
        "unlimited, 31, not comparable: purchased seats: unlimited",
        "25, unlimited, not comparable: assigned seats: unlimited",
        "-9223372036854775808, 1, not comparable: the difference does not fit 64 bits",
        "-9223372036854775808, 0, not comparable: the difference does not fit 64 bits",
        "9223372036854775807, -1, not comparable: the difference does not fit 64 bits",
        "9223372036854775807, 1, over by 9223372036854775806",
    })
    void comparesPurchasedWithAssignedSeats(String purchased, String assigned, String verdict) {
        PurchasedSeatComparison coverage = only(new PositionBuilder()
                .products(BACKUP)
                .purchased(BACKUP, purchased)
                .assigned(assigned)
                .review());

        assertThat(coverage.text()).isEqualTo(verdict);
        assertThat(coverage.product()).isEqualTo(BACKUP);
        assertThat(coverage.purchased()).isEqualTo(PositionBuilder.quantity(purchased));
        assertThat(coverage.assigned()).isEqualTo(PositionBuilder.quantity(assigned));
    }

    @Nested
    class AssignedSeats {
        @Test
        void areSummedOverTenantsOfTheCoveredKind() {
            Review review = new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned(tenant("t1", TenantKind.MICROSOFT_365), "20")
                    .assigned(tenant("g1", TenantKind.GOOGLE), "500")
                    .assigned(tenant("t2", TenantKind.MICROSOFT_365), "11")
                    .review();

            assertThat(only(review).text()).isEqualTo("short by 6");
        }

        @Test
        void areUnreportedIfOneTenantsCountIs() {
            Review review = new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned("20")
                    .assigned("-")
                    .review();

            assertThat(only(review).text()).isEqualTo("not comparable: assigned seats are not reported");
        }

        @Test
        void areUnreportedIfTheirSumDoesNotFit() {
            Review review = new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned("9223372036854775807")
                    .assigned("1")
                    .review();

            assertThat(only(review).text()).isEqualTo("not comparable: assigned seats: does not fit 64 bits");
            assertThat(review.findings()).isEmpty();
        }

        @Test
        void areUnreportedIfATenantHasNoId() {
            Review review = new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned("20")
                    .assigned(tenant("00000000-0000-0000-0000-000000000000", TenantKind.MICROSOFT_365), "1")
                    .review();

            assertThat(only(review).text()).isEqualTo("not comparable: assigned seats are not reported");
        }

        @Test
        void areUnreportedIfATenantsKindIsUnknown() {
            Review review = new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned("20")
                    .assigned(tenant("u1", TenantKind.UNKNOWN), "1")
                    .review();

            assertThat(notComparable(review).failure()).isNull();
            assertThat(review.findings()).isEmpty();
        }

        @Test
        void areZeroWithoutTenants() {
            assertThat(only(new PositionBuilder()
                                    .products(BACKUP)
                                    .purchased(BACKUP, "3")
                                    .review())
                            .text())
                    .isEqualTo("over by 3");
        }
    }

    @Nested
    class AFailedDataset {
        @Test
        void makesAssignedSeatsNotComparableWithAReason() {
            PurchasedSeatComparison.NotComparable coverage = notComparable(new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned("20")
                    .gap(Dataset.TENANT_SEATS, FailureKind.PERMISSION_DENIED)
                    .review());

            assertThat(coverage.text()).isEqualTo("not comparable: tenant-seats could not be read");
            assertThat(coverage.failure()).isEqualTo(FailureKind.PERMISSION_DENIED);
            assertThat(coverage.purchased()).isEqualTo(Quantity.of(25));
            // Rows are missing, so their sum would be wrong.
            assertThat(coverage.assigned()).isEqualTo(Quantity.unreported());
        }

        @Test
        void makesPurchasedSeatsNotComparableWithAReason() {
            PurchasedSeatComparison.NotComparable coverage = notComparable(new PositionBuilder()
                    .products(BACKUP)
                    .assigned("20")
                    .gap(Dataset.PRODUCT_SEATS, FailureKind.RATE_LIMITED)
                    .review());

            assertThat(coverage.text()).isEqualTo("not comparable: product-seats could not be read");
            assertThat(coverage.failure()).isEqualTo(FailureKind.RATE_LIMITED);
            assertThat(coverage.assigned()).isEqualTo(Quantity.of(20));
        }

        @Test
        void leavesAnotherProductComparable() {
            Review review = new PositionBuilder()
                    .products(BACKUP, DRIVE)
                    .assigned("20")
                    .purchased(DRIVE, "0")
                    .gap(Dataset.PRODUCT_SEATS, FailureKind.RATE_LIMITED)
                    .review();

            assertThat(review.coverage())
                    .extracting(PurchasedSeatComparison::text)
                    .containsExactly("not comparable: product-seats could not be read", "covered");
        }

        @Test
        void doesNotAffectCoverageIfItIsTheLicenses() {
            Review review = new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "25")
                    .assigned("25")
                    .gap(Dataset.LICENSES, FailureKind.UNAVAILABLE)
                    .review();

            assertThat(only(review).text()).isEqualTo("covered");
        }
    }

    @Test
    void excludesProductsThatCoverNoKind() {
        Product vault = new Product(new ProductCode("3"), "Vault", null);

        assertThat(new PositionBuilder()
                        .products(vault)
                        .purchased(vault, "5")
                        .assigned("1")
                        .review()
                        .coverage())
                .isEmpty();
    }

    @Test
    void isInTheOrderOfTheProducts() {
        assertThat(new PositionBuilder().products(DRIVE, BACKUP).review().coverage())
                .extracting(PurchasedSeatComparison::product)
                .containsExactly(DRIVE, BACKUP);
    }
}
