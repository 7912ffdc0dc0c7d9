package dev.seatport.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicensePositionTest {
    private static final Offer MONTHLY = new Offer("Monthly", BillingCycle.MONTHLY);
    private static final Offer ANNUAL = new Offer("Annual", BillingCycle.ANNUAL);

    private static final Provenance HERE = new Provenance(Positions.LICENSES, "licenses", Instant.EPOCH, "rq-1");

    private static Observed<LicenseConsumption> row(
            String tenant, String sku, @Nullable String name, Quantity purchased, Offer... offers) {
        LicenseConsumption license = new LicenseConsumption(
                new CustomerId(Positions.LICENSES, "L1"),
                new TenantId(tenant),
                new SkuId(sku),
                name,
                purchased,
                Quantity.of(1),
                Quantity.of(2),
                Quantity.of(3),
                List.of(offers));
        return new Observed<>(license, HERE);
    }

    @Test
    void knowsEveryAnswerThatItsRowsCameIn() {
        Observed<LicenseConsumption> here = row("t", "s", null, Quantity.of(1));
        Provenance there = new Provenance(Positions.LICENSES, "licenses", Instant.EPOCH, "rq-2");

        assertThat(LicensePosition.sum(List.of(here, here, new Observed<>(here.value(), there)))
                        .get(0)
                        .provenance())
                .containsExactly(HERE, there);
    }

    @Test
    void sumsTheRowsOfASku() {
        List<LicensePosition> sums = LicensePosition.sum(
                List.of(row("t", "s", null, Quantity.of(10), MONTHLY), row("t", "s", "Plan", Quantity.of(5), ANNUAL)));

        assertThat(sums)
                .containsExactly(new LicensePosition(
                        new LicenseConsumption(
                                new CustomerId(Positions.LICENSES, "L1"),
                                new TenantId("t"),
                                new SkuId("s"),
                                "Plan",
                                Quantity.of(15),
                                Quantity.of(2),
                                Quantity.of(4),
                                Quantity.of(6),
                                List.of(MONTHLY, ANNUAL)),
                        2,
                        List.of(HERE)));
    }

    @Test
    void keepsTheFirstName() {
        assertThat(LicensePosition.sum(
                                List.of(row("t", "s", "One", Quantity.of(1)), row("t", "s", "Two", Quantity.of(1))))
                        .get(0)
                        .consumption()
                        .label())
                .isEqualTo("One");
    }

    @Test
    void doesNotKnowASumOfWhichOnePartIsUnreported() {
        LicenseConsumption sum = LicensePosition.sum(
                        List.of(row("t", "s", null, Quantity.of(10)), row("t", "s", null, Quantity.unreported())))
                .get(0)
                .consumption();

        assertThat(sum.purchased()).isEqualTo(Quantity.unreported());
        assertThat(sum.assigned()).isEqualTo(Quantity.of(2));
    }

    @Test
    void keepsTenantsAndSkusApartInTheOrderOfTheirFirstRows() {
        List<LicensePosition> sums = LicensePosition.sum(List.of(
                row("t2", "s", null, Quantity.of(1)),
                row("t1", "s", null, Quantity.of(2)),
                row("t2", "other", null, Quantity.of(3)),
                row("t2", "s", null, Quantity.of(4))));

        assertThat(sums)
                .extracting(sum -> sum.consumption().purchased())
                .containsExactly(Quantity.of(5), Quantity.of(2), Quantity.of(3));
        assertThat(sums).extracting(LicensePosition::rows).containsExactly(2, 1, 1);
    }

    @Test
    void joinsSpellingsOfOneGuid() {
        String guid = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

        assertThat(LicensePosition.sum(List.of(
                        row(guid, guid, null, Quantity.of(1)),
                        row("AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee", guid, null, Quantity.of(1)))))
                .hasSize(1);
    }

    @Test
    void aRowIsCalledByItsSkuIfItHasNoName() {
        assertThat(row("t", "s", null, Quantity.of(1)).value().label()).isEqualTo("SKU s");
    }

    @Test
    void aRowKeepsItsOffersWhateverBecomesOfTheList() {
        List<Offer> offers = new ArrayList<>(List.of(MONTHLY));
        LicenseConsumption row = row("t", "s", null, Quantity.of(1), offers.toArray(Offer[]::new))
                .value();

        offers.clear();

        assertThat(row.offers()).containsExactly(MONTHLY);
    }
}
