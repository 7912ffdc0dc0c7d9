package dev.seatport.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicensePositionTest {
    private static final Offer MONTHLY = new Offer("Monthly", BillingCycle.MONTHLY);
    private static final Offer ANNUAL = new Offer("Annual", BillingCycle.ANNUAL);
    private static final Provenance HERE = new Provenance(PositionBuilder.LICENSES, "licenses", Instant.EPOCH, "rq-1");

    private static Observed<LicenseConsumption> row(
            String tenant, String sku, @Nullable String name, Quantity purchased, Offer... offers) {
        LicenseConsumption license = new LicenseConsumption(
                new CustomerId(PositionBuilder.LICENSES, "L1"),
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

    /**
     * Parses a row: {@code customer@second offer purchased/assigned/available/tenant total}. All rows of one customer are one
     * response.
     */
    private static Observed<LicenseConsumption> row(String text) {
        String[] parts = text.strip().split("[@ /]+", -1);
        LicenseConsumption license = new LicenseConsumption(
                new CustomerId(PositionBuilder.LICENSES, parts[0]),
                new TenantId("t"),
                new SkuId("s"),
                "Plan",
                PositionBuilder.quantity(parts[3]),
                PositionBuilder.quantity(parts[4]),
                PositionBuilder.quantity(parts[5]),
                PositionBuilder.quantity(parts[6]),
                List.of(new Offer(parts[2], BillingCycle.UNKNOWN)));
        return new Observed<>(
                license,
                new Provenance(
                        PositionBuilder.LICENSES, "licenses", Instant.ofEpochSecond(Long.parseLong(parts[1])), null));
    }

    private static LicensePosition position(String rows) {
        List<LicensePosition> positions = positions(List.of(rows.split("\\+", -1)).stream()
                .map(LicensePositionTest::row)
                .toList());
        assertThat(positions).hasSize(1);
        return positions.get(0);
    }

    private static List<LicensePosition> positions(List<Observed<LicenseConsumption>> rows) {
        return LicensePosition.of(rows, Set.of());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '=',
            value = {
                "a@1 x 10/25/5/30                                       = 10/25/5/30",
                // Purchased is summed; counts of the tenant are not.
                "a@1 x 5/12/3/15  + a@1 y 10/12/3/15                    = 15/12/3/15",
                "a@1 x 5/12/3/15  + a@1 y 10/12/4/15                    = 15/12/-/15",
                "a@1 x 5/12/3/15  + b@1 x 10/12/3/15                    = 15/12/3/15",
                // Equal rows are added up to the tenant total.
                "a@1 x 791/700/91/791 + a@1 x 791/700/91/791            = 791/700/91/791",
                "a@1 x 5/8/2/10   + a@1 x 5/8/2/10                      = 10/8/2/10",
                "a@1 x 5/8/2/10   + a@1 x 5/8/2/10 + a@1 x 5/8/2/10     = 10/8/2/10",
                "a@1 x 5/8/2/-    + a@1 x 5/8/2/-                       = 5/8/2/-",
                "a@1 x 5/8/2/10   + a@1 x 5/8/2/10 + a@1 y 5/8/2/10     = 10/8/2/10",
                "a@1 x 5/8/2/8    + a@1 y 5/8/2/8                       = 10/8/2/8",
                // Equal rows of two responses are separate purchases.
                "a@1 x 9/8/2/10   + b@1 x 9/8/2/10                      = 18/8/2/10",
                // A row without a count makes the sum unreported.
                "a@1 x 5/8/2/20   + a@1 y -/8/2/20                      = -/8/2/20",
                "a@1 x -/8/2/20   + a@1 x -/8/2/20                      = -/8/2/20",
                "a@1 x 5/8/2/20   + a@1 y 5/-/2/20                      = 10/-/2/20",
                "a@1 x 5/8/2/20   + a@1 y 5/8/-/20                      = 10/8/-/20",
                "a@1 x 5/8/2/20   + a@1 y 5/8/2/-                       = 10/8/2/-",
                // Rows of one response differ.
                "a@1 x 5/8/2/20   + a@1 y 5/9/2/20                      = 10/-/2/20",
                "a@1 x 5/8/2/20   + a@1 y 5/8/2/21                      = 10/8/2/-",
                "a@1 x 5/8/2/20   + a@1 y 5/9/2/20 + b@2 x 1/8/2/20     = 11/-/2/20",
                // Rows of two responses differ: the later response applies, in any order.
                "a@1 x 5/8/2/20   + b@2 x 6/9/2/21                      = 11/9/2/21",
                "a@2 x 5/8/2/20   + b@1 x 6/9/2/21                      = 11/8/2/20",
                "a@1 x 5/8/2/20   + b@1 x 6/9/3/21                      = 11/9/-/21",
                "a@1 x 5/8/2/20   + b@2 x 6/-/2/20                      = 11/-/2/20",
                // Counts without a number, and sums that do not fit 64 bits.
                "a@1 x unlimited/8/2/20 + a@1 y 5/8/2/20                = -/8/2/20",
                "a@1 x 5/8/unlimited/unlimited                          = 5/8/-/-",
                "a@1 x 9223372036854775807/8/2/- + a@1 y 1/8/2/-        = -/8/2/-",
                "a@1 x 9223372036854775807/8/2/20 + a@1 x 9223372036854775807/8/2/20 = 9223372036854775807/8/2/20",
            })
    void mergesTheRowsOfASku(String rows, String expected) {
        LicenseConsumption merged = position(rows).consumption();

        assertThat(List.of(merged.purchased(), merged.assigned(), merged.available(), merged.tenantTotal()))
                .extracting(count -> count.isReported() ? count.toString() : "-")
                .containsExactly(expected.strip().split("/", -1));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a@1 x 5/12/3/15 + a@1 y 10/12/3/15 | purchased: sum of 2 rows of one SKU",
                "a@1 x 9/8/2/10 + a@1 x 9/8/2/10 | purchased: 1 duplicate row not added",
                "a@1 x 9/8/2/10 + a@1 x 9/8/2/10 + a@1 x 9/8/2/10 | purchased: 2 duplicate rows not added",
                "a@1 x 5/8/2/20 + a@1 y -/8/2/20 | purchased: not reported in every row",
                "a@1 x 5/8/2/20 + a@1 y 5/-/2/20 | assigned: not reported in every row",
                "a@1 x 5/8/2/20 + a@1 y 5/9/2/20 | assigned: the rows of one response differ",
                "a@1 x 5/8/2/20 + b@2 x 5/9/2/20 | assigned: two responses differ, the later one applies",
                "a@1 x 5/8/2/20 + b@2 x 5/8/2/21 | tenant total: two responses differ, the later one applies",
                "a@1 x 5/8/2/20 + b@2 x 5/8/3/20 | available: the rows differ",
                "a@1 x unlimited/8/2/20 | purchased: unlimited",
                "a@1 x 5/8/2/unlimited | tenant total: unlimited",
                "a@1 x 9223372036854775807/8/2/- + a@1 y 1/8/2/- | purchased: does not fit 64 bits",
            })
    void explainsTheCountsInANote(String rows, String note) {
        assertThat(position(rows).notes()).contains(note);
    }

    @Test
    void hasNoNoteForOnePlainRow() {
        assertThat(position("a@1 x 10/25/5/30").notes()).isEmpty();
        assertThat(position("a@1 x -/-/-/-").notes()).isEmpty();
    }

    @Test
    void namesTheValuesInWhichRowsOfOneResponseDiffer() {
        assertThat(position("a@1 x 5/9/2/20 + a@1 y 5/8/2/20 + a@1 z 5/8/2/21").differing())
                .containsExactly(
                        new LicensePosition.DifferingCount("tenant total", List.of(20L, 21L)),
                        new LicensePosition.DifferingCount("assigned", List.of(8L, 9L)));
        assertThat(position("a@1 x 5/8/2/20 + a@1 y 5/8/3/20").differing()).isEmpty();
        assertThat(position("a@1 x 5/8/2/20 + b@2 y 5/9/3/20").differing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "00000000-0000-0000-0000-000000000000", "{00000000000000000000000000000000}"})
    void neverMergesRowsWithoutAnId(String id) {
        List<LicensePosition> bySku = positions(List.of(
                row("t", id, "One", Quantity.of(1)),
                row("t", id, "Two", Quantity.of(2)),
                row("t", "s", "Three", Quantity.of(3))));
        List<LicensePosition> byTenant =
                positions(List.of(row(id, "s", "One", Quantity.of(1)), row(id, "s", "Two", Quantity.of(2))));

        assertThat(bySku).extracting(LicensePosition::isIdentified).containsExactly(false, false, true);
        assertThat(bySku.get(0).notes())
                .containsExactly("no tenant id or no SKU id: excluded from findings and totals");
        assertThat(bySku.get(2).notes()).isEmpty();
        assertThat(byTenant).extracting(LicensePosition::isIdentified).containsExactly(false, false);
    }

    @Test
    void marksFreeSkusOfThePolicy() {
        List<LicensePosition> positions = LicensePosition.of(
                List.of(row("t", "s", null, Quantity.of(1)), row("t", "other", null, Quantity.of(1))),
                Set.of(new SkuId("s")));

        assertThat(positions).extracting(LicensePosition::free).containsExactly(true, false);
        assertThat(positions.get(0).notes())
                .containsExactly("free SKU: excluded from totals and from findings about unassigned licenses");
        assertThat(positions.get(1).notes()).isEmpty();
    }

    @Test
    void keepsTheStatesIfAllRowsAreEqual() {
        LapsedLicenses states = new LapsedLicenses(Quantity.of(1), Quantity.of(2), Quantity.of(3));

        assertThat(positions(List.of(withStates("x", states), withStates("y", states)))
                        .get(0)
                        .consumption()
                        .states())
                .isEqualTo(states);
        assertThat(positions(List.of(withStates("x", states), withStates("y", LapsedLicenses.unreported())))
                        .get(0)
                        .consumption()
                        .limit())
                .isEqualTo(Quantity.unreported());
        assertThat(position("a@1 x 5/8/2/20").consumption().states()).isNull();
    }

    @Test
    void hasANoteOnStatesThatDifferOrHaveNoNumber() {
        LapsedLicenses unlimited = new LapsedLicenses(Quantity.unlimited(), Quantity.of(2), Quantity.of(3));

        assertThat(positions(List.of(withStates("x", unlimited))).get(0).notes())
                .containsExactly("warning: unlimited");
        assertThat(positions(List.of(withStates("x", unlimited), withStates("y", LapsedLicenses.unreported())))
                        .get(0)
                        .notes())
                .contains("states: the rows differ");
    }

    private static Observed<LicenseConsumption> withStates(String offer, LapsedLicenses states) {
        LicenseConsumption row = row("a@1 " + offer + " 5/8/2/20").value();
        return new Observed<>(PositionBuilder.withStates(row, states), HERE);
    }

    @ParameterizedTest(name = "assignable rows {0}: {1}")
    @CsvSource({"yes,true", "yes yes,true", "yes no,true", "no yes,true", "no,false", "no no,false"})
    void isNotAssignableOnlyIfNoRowIs(String rows, boolean assignable) {
        LicensePosition position = positions(Stream.of(rows.split(" ", -1))
                        .map(row -> row("a@1 " + row + " 5/8/2/20").value())
                        .map(row -> row.offers().get(0).name().equals("no") ? PositionBuilder.notAssignable(row) : row)
                        .map(row -> new Observed<>(row, HERE))
                        .toList())
                .get(0);

        assertThat(position.consumption().assignable()).isEqualTo(assignable);
        assertThat(position.includedInTotals()).isEqualTo(assignable);
        assertThat(
                        position.notes()
                                .contains(
                                        "SKU that is not assignable: excluded from totals and from findings about unassigned licenses"))
                .isNotEqualTo(assignable);
        assertThat(position.notes().contains("assignable: the rows differ"))
                .isEqualTo(rows.contains("yes") && rows.contains("no"));
    }

    @ParameterizedTest(name = "renewals {0}: {1}")
    @CsvSource({"-,-,false", "-+-,-,false", "7,7,false", "7+-,7,false", "9+7+-,7,true", "7+7,7,false"})
    void renewsAtTheEarliestTimeOfItsRows(String rows, String earliest, boolean noted) {
        LicensePosition position = positions(Stream.of(rows.split("\\+", -1))
                        .map(second -> new Observed<>(
                                PositionBuilder.renewing(row("a@1 x 5/8/2/20").value(), second(second)), HERE))
                        .toList())
                .get(0);

        assertThat(position.consumption().renewal()).isEqualTo(second(earliest));
        assertThat(position.notes().contains("renewal: the rows differ, the earliest applies"))
                .isEqualTo(noted);
    }

    private static @Nullable Instant second(String text) {
        return text.equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(text));
    }

    /** Two subscriptions may differ in their renewal only. */
    @Test
    void addsRowsThatDifferInTheRenewalOrInAssignable() {
        LicenseConsumption row = row("a@1 x 15/8/2/20").value();
        List<LicenseConsumption> others =
                List.of(PositionBuilder.renewing(row, Instant.EPOCH), PositionBuilder.notAssignable(row));

        for (LicenseConsumption other : others) {
            assertThat(positions(List.of(new Observed<>(row, HERE), new Observed<>(other, HERE)))
                            .get(0)
                            .consumption()
                            .purchased())
                    .isEqualTo(Quantity.of(30));
        }
        assertThat(positions(List.of(new Observed<>(row, HERE), new Observed<>(row, HERE)))
                        .get(0)
                        .consumption()
                        .purchased())
                .isEqualTo(Quantity.of(15));
    }

    @Test
    void keepsTheProvenanceOfEveryResponse() {
        Observed<LicenseConsumption> here = row("t", "s", null, Quantity.of(1));
        Provenance there = new Provenance(PositionBuilder.LICENSES, "licenses", Instant.EPOCH, "rq-2");

        assertThat(positions(List.of(here, here, new Observed<>(here.value(), there)))
                        .get(0)
                        .provenance())
                .containsExactly(HERE, there);
    }

    @Test
    void keepsTheFirstNameAndTheOffersOfTheSummedRows() {
        LicensePosition position = positions(List.of(
                        row("t", "s", null, Quantity.of(1), MONTHLY),
                        row("t", "s", "One", Quantity.of(1), ANNUAL),
                        row("t", "s", "Two", Quantity.of(1), ANNUAL),
                        row("t", "s", "Two", Quantity.of(1), ANNUAL)))
                .get(0);

        assertThat(position.consumption().label()).isEqualTo("One");
        assertThat(position.consumption().offers()).containsExactly(MONTHLY, ANNUAL, ANNUAL);
        assertThat(position.rows()).isEqualTo(4);
    }

    @Test
    void separatesTenantsAndSkusInTheOrderOfTheirFirstRows() {
        List<LicensePosition> positions = positions(List.of(
                row("t2", "s", null, Quantity.of(1)),
                row("t1", "s", null, Quantity.of(2)),
                row("t2", "other", null, Quantity.of(3)),
                row("t2", "s", "Plan", Quantity.of(2))));

        assertThat(positions)
                .extracting(position -> position.consumption().purchased())
                .containsExactly(Quantity.of(3), Quantity.of(2), Quantity.of(3));
        assertThat(positions).extracting(LicensePosition::rows).containsExactly(2, 1, 1);
    }

    @Test
    void mergesSpellingsOfOneGuid() {
        String guid = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

        assertThat(positions(List.of(
                        row(guid, guid, null, Quantity.of(1)),
                        row("{AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee}", guid.replace("-", ""), null, Quantity.of(1)))))
                .hasSize(1);
    }

    @Test
    void mergesThousandsOfRowsOfOneSkuInLinearTime() {
        List<Observed<LicenseConsumption>> rows = IntStream.range(0, 50_000)
                .mapToObj(i -> row("t", "s", "Plan", Quantity.of(i), MONTHLY, ANNUAL))
                .toList();

        List<LicensePosition> positions = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> positions(rows));

        assertThat(positions.get(0).consumption().offers()).hasSize(100_000);
    }

    @Test
    void theLabelIsTheSkuWithoutAName() {
        assertThat(row("t", "s", null, Quantity.of(1)).value().label()).isEqualTo("SKU s");
        assertThat(row("t", " ", null, Quantity.of(1)).value().label()).isEqualTo("a SKU without an id");
    }

    @Test
    void aRowCopiesItsListOfOffers() {
        List<Offer> offers = new ArrayList<>(List.of(MONTHLY));
        LicenseConsumption row = row("t", "s", null, Quantity.of(1), offers.toArray(Offer[]::new))
                .value();

        offers.clear();

        assertThat(row.offers()).containsExactly(MONTHLY);
    }
}
