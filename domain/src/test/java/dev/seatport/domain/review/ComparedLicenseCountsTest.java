package dev.seatport.domain.review;

import static dev.seatport.domain.review.PositionBuilder.BACKUP;
import static dev.seatport.domain.review.PositionBuilder.DRIVE;
import static dev.seatport.domain.review.PositionBuilder.LICENSES;
import static dev.seatport.domain.review.PositionBuilder.license;
import static dev.seatport.domain.review.PositionBuilder.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantKind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparedLicenseCountsTest {
    private static PositionBuilder licensed() {
        return new PositionBuilder()
                .products(BACKUP, DRIVE)
                .licensed(license("e3", "40", "31", "9"), license("e5", "10", "4", "6"));
    }

    @Test
    void isPresentForProductsForMicrosoft365() {
        assertThat(licensed().review().licenseUse())
                .isEqualTo(Map.of(
                        BACKUP.code(), new ComparedLicenseCounts(LICENSES, Quantity.of(50), Quantity.of(35), false)));
    }

    @Test
    void countsOnlyTheSeatSkusOfThePolicy() {
        ReviewPolicy policy = ReviewPolicy.builder()
                .seatSkus(Map.of(BACKUP.code(), Set.of(new SkuId("e3")), DRIVE.code(), Set.of(new SkuId("e5"))))
                .build();

        assertThat(licensed().review(policy).licenseUse())
                .isEqualTo(Map.of(
                        BACKUP.code(), new ComparedLicenseCounts(LICENSES, Quantity.of(40), Quantity.of(31), true),
                        DRIVE.code(), new ComparedLicenseCounts(LICENSES, Quantity.of(10), Quantity.of(4), true)));
    }

    @Test
    void isUnreportedIfOneOfTheCountsIs() {
        ComparedLicenseCounts use = licensed()
                .licensed(license("f1", "5", null, null))
                .review()
                .licenseUse()
                .get(BACKUP.code());

        assertThat(use).isEqualTo(new ComparedLicenseCounts(LICENSES, Quantity.of(55), Quantity.unreported(), false));
    }

    @Test
    void isUnreportedIfSomeLicensesCouldNotBeRead() {
        PositionBuilder failed = licensed().gap(Dataset.LICENSES, FailureKind.TIMED_OUT);
        PositionBuilder unmatched = licensed().unmatched(tenant("t9", TenantKind.MICROSOFT_365));

        for (PositionBuilder positionBuilder : new PositionBuilder[] {failed, unmatched}) {
            assertThat(positionBuilder.review().licenseUse().get(BACKUP.code()))
                    .isEqualTo(
                            new ComparedLicenseCounts(LICENSES, Quantity.unreported(), Quantity.unreported(), false));
        }
    }

    @Test
    void excludesSkusThatAreNotAssignableUnlessTheyAreSeatSkus() {
        PositionBuilder position = licensed()
                .licensed(PositionBuilder.notAssignable(license("company", "1", "1", "0")))
                .licensed(PositionBuilder.notAssignable(license(" ", "1", null, "0")));
        ReviewPolicy policy = ReviewPolicy.builder()
                .seatSkus(Map.of(BACKUP.code(), Set.of(new SkuId("company"))))
                .build();

        assertThat(position.review().licenseUse().get(BACKUP.code()))
                .isEqualTo(new ComparedLicenseCounts(LICENSES, Quantity.of(50), Quantity.of(35), false));
        assertThat(position.review(policy).licenseUse().get(BACKUP.code()))
                .isEqualTo(new ComparedLicenseCounts(LICENSES, Quantity.of(1), Quantity.of(1), true));
    }

    @Test
    void excludesFreeSkusUnlessTheyAreSeatSkus() {
        ReviewPolicy.Builder policy = ReviewPolicy.builder().freeSkus(Set.of(new SkuId("e3")));

        assertThat(licensed().review(policy.build()).licenseUse().get(BACKUP.code()))
                .isEqualTo(new ComparedLicenseCounts(LICENSES, Quantity.of(10), Quantity.of(4), false));
        assertThat(licensed()
                        .review(policy.seatSkus(Map.of(BACKUP.code(), Set.of(new SkuId("e3"))))
                                .build())
                        .licenseUse()
                        .get(BACKUP.code()))
                .isEqualTo(new ComparedLicenseCounts(LICENSES, Quantity.of(40), Quantity.of(31), true));
    }

    @Test
    void isUnreportedIfASkuHasNoIdOrASumDoesNotFit() {
        ComparedLicenseCounts nameless = licensed()
                .licensed(license(" ", "5", "5", "0"))
                .review()
                .licenseUse()
                .get(BACKUP.code());
        Map<ProductCode, ComparedLicenseCounts> large = licensed()
                .licensed(license("f1", Long.toString(Long.MAX_VALUE), "1", "0"))
                .review()
                .licenseUse();

        assertThat(nameless)
                .isEqualTo(new ComparedLicenseCounts(LICENSES, Quantity.unreported(), Quantity.unreported(), false));
        assertThat(large.values()).singleElement().satisfies(use -> {
            assertThat(use.purchased().note()).hasValue("does not fit 64 bits");
            assertThat(use.assigned()).isEqualTo(Quantity.of(36));
        });
    }
}
