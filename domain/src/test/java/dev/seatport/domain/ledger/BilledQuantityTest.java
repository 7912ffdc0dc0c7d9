package dev.seatport.domain.ledger;

import static dev.seatport.domain.ledger.HistoryBuilder.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.ledger.BilledQuantity.IncompleteReason;
import dev.seatport.domain.seat.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantities of November 2026, which has 30 days. All expected values were worked out by hand; each case shows the working. */
class BilledQuantityTest {
    private static final BillingMonth NOVEMBER = new BillingMonth(YearMonth.of(2026, 11), ZoneOffset.UTC);
    private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");

    /** A run each night at 02:00 from 1 October to 31 December. */
    private static final AccountRuns NIGHTLY = new AccountRuns(
            IntStream.range(0, 92)
                    .mapToObj(night -> Instant.parse("2026-10-01T02:00:00Z").plusSeconds(night * 86_400L))
                    .toList(),
            JANUARY);

    static Stream<Arguments> months() {
        return Stream.of(
                // in force since October: 10 on each of 30 days = 300 / 30
                month("unchanged", history().value("2026-10-05T02:00:00Z", 10), 10, 10, "10.00"),
                // 10 on the days 1 to 9 = 90, 15 on the days 10 to 30 = 21 * 15 = 315; 405 / 30
                month(
                        "raised on the 10th",
                        history().value("2026-10-05T02:00:00Z", 10).value("2026-11-10T02:00:00Z", 15),
                        15,
                        15,
                        "13.50"),
                // 10 on the days 1 to 19 = 190, 4 on the days 20 to 30 = 11 * 4 = 44; 234 / 30
                month(
                        "lowered on the 20th",
                        history().value("2026-10-05T02:00:00Z", 10).value("2026-11-20T02:00:00Z", 4),
                        4,
                        10,
                        "7.80"),
                // the day counts by its last value: 99 is the peak, but 12 on the days 10 to 30 = 252; (90 + 252) / 30
                month(
                        "raised and lowered within the 10th",
                        history()
                                .value("2026-10-05T02:00:00Z", 10)
                                .value("2026-11-10T02:00:00Z", 99)
                                .value("2026-11-10T14:00:00Z", 12),
                        12,
                        99,
                        "11.40"),
                // 0 on the days 1 to 28, 5 on the days 29 and 30 = 10; 10 / 30 = 0.333..
                month("appeared on the 29th", history().value("2026-11-29T02:00:00Z", 5), 5, 5, "0.33"),
                // 0 on the days 1 to 28, 10 on 2 days = 20; 20 / 30 = 0.666..
                month("rounded up", history().value("2026-11-29T02:00:00Z", 10), 10, 10, "0.67"),
                // 7 on the days 1 to 14 = 98, gone on the days 15 to 30; 98 / 30 = 3.266..
                month(
                        "gone on the 15th",
                        history().value("2026-10-05T02:00:00Z", 7).gone("2026-11-15T02:00:00Z"),
                        0,
                        7,
                        "3.27"),
                // 8 on the days 1 to 4 = 32, gone on the days 5 to 24, 6 on the days 25 to 30 = 36; 68 / 30 = 2.266..
                month(
                        "left on the 5th and back on the 25th",
                        history()
                                .value("2026-10-05T02:00:00Z", 8)
                                .gone("2026-11-05T02:00:00Z")
                                .value("2026-11-25T02:00:00Z", 6),
                        6,
                        8,
                        "2.27"),
                // gone since October
                month(
                        "gone before",
                        history().value("2026-10-05T02:00:00Z", 8).gone("2026-10-20T02:00:00Z"),
                        0,
                        0,
                        "0.00"),
                // takes effect in December: November has 10
                month(
                        "raised on the first of December",
                        history().value("2026-10-05T02:00:00Z", 10).value("2026-12-01T00:00:00Z", 50),
                        10,
                        10,
                        "10.00"),
                // in force at the last instant of the 30th: 10 on 29 days = 290, 50 on 1 day; 340 / 30 = 11.333..
                month(
                        "raised in the last second",
                        history().value("2026-10-05T02:00:00Z", 10).value("2026-11-30T23:59:59Z", 50),
                        50,
                        50,
                        "11.33"),
                // ended at the first instant: 40 was never in force in November
                month(
                        "lowered at the first instant",
                        history().value("2026-10-05T02:00:00Z", 40).value("2026-11-01T00:00:00Z", 10),
                        10,
                        10,
                        "10.00"),
                // replaced at the same instant: 70 was never in force
                month(
                        "replaced at once",
                        history()
                                .value("2026-10-05T02:00:00Z", 10)
                                .value("2026-11-03T02:00:00Z", 70)
                                .value("2026-11-03T02:00:00Z", 10),
                        10,
                        10,
                        "10.00"),
                // -3 on each day: a vendor's correction
                month("negative", history().value("2026-10-05T02:00:00Z", -3), -3, -3, "-3.00"));
    }

    private static Arguments month(String name, HistoryBuilder values, long atClose, long peak, String dayWeighted) {
        return Arguments.of(
                name,
                values.build(),
                BigDecimal.valueOf(atClose),
                BigDecimal.valueOf(peak),
                new BigDecimal(dayWeighted));
    }

    @ParameterizedTest(name = "{0}: {2} at close, peak {3}, day-weighted {4}")
    @MethodSource("months")
    void eachBasisHasItsQuantity(
            String name, SeriesHistory history, BigDecimal atClose, BigDecimal peak, BigDecimal dayWeighted) {
        assertThat(quantity(history, BillingBasis.AT_CLOSE)).isEqualTo(atClose);
        assertThat(quantity(history, BillingBasis.PEAK)).isEqualTo(peak);
        assertThat(quantity(history, BillingBasis.DAY_WEIGHTED)).isEqualTo(dayWeighted);
    }

    private static @Nullable BigDecimal quantity(SeriesHistory history, BillingBasis basis) {
        BilledQuantity billed = billed(history, basis, NIGHTLY);
        assertThat(billed.isComplete()).as("%s is complete", billed).isTrue();
        assertThat(billed.basis()).isEqualTo(basis);
        return billed.quantity();
    }

    private static BilledQuantity billed(SeriesHistory history, BillingBasis basis, AccountRuns runs) {
        return BilledQuantity.of(history, NOVEMBER, basis, runs).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(BillingBasis.class)
    void aCountThatIsRecordedLaterHasNoQuantity(BillingBasis basis) {
        SeriesHistory history = history().value("2026-12-01T00:00:00Z", 5).build();

        assertThat(BilledQuantity.of(history, NOVEMBER, basis, NIGHTLY)).isEmpty();
    }

    @ParameterizedTest(name = "in {0}: {1} at close")
    @CsvSource({"UTC, 10", "Europe/Berlin, 20", "America/New_York, 10"})
    void theMonthEndsInTheZoneOfThePartner(String zone, long atClose) {
        // Midnight in Berlin is 23:00 UTC, in New York 05:00 UTC of the next day. Read at 22:30 and at 23:30 UTC.
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 20)
                .value("2026-11-30T23:30:00Z", 10)
                .build();
        BillingMonth month = new BillingMonth(YearMonth.of(2026, 11), ZoneId.of(zone));

        assertThat(BilledQuantity.of(history, month, BillingBasis.AT_CLOSE, NIGHTLY)
                        .orElseThrow()
                        .quantity())
                .isEqualTo(BigDecimal.valueOf(atClose));
    }

    @Test
    void aMonthWithAClockChangeHasItsDays() {
        // October 2026 in Berlin has 31 days, one of 25 hours: 10 on 25 days (until the 25th) = 250, 16 on 6 days = 96;
        // 346 / 31
        SeriesHistory history = history()
                .value("2026-09-05T02:00:00Z", 10)
                .value("2026-10-25T23:00:00Z", 16)
                .build();
        BillingMonth october = new BillingMonth(YearMonth.of(2026, 10), ZoneId.of("Europe/Berlin"));

        assertThat(BilledQuantity.of(history, october, BillingBasis.DAY_WEIGHTED, NIGHTLY)
                        .orElseThrow()
                        .quantity())
                .isEqualTo(new BigDecimal("11.16"));
        assertThat(october.start()).isEqualTo(Instant.parse("2026-09-30T22:00:00Z"));
        assertThat(october.end()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(october.previous().month()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(october.contains(october.start())).isTrue();
        assertThat(october.contains(october.lastInstant())).isTrue();
        assertThat(october.contains(october.end())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(BillingBasis.class)
    void anUnreadRunMakesTheMonthIncompleteButNotZero(BillingBasis basis) {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 10)
                .unread("2026-10-31T02:00:00Z")
                .unread("2026-11-07T02:00:00Z")
                .unread("2026-11-08T02:00:00Z")
                .unread("2026-12-01T02:00:00Z")
                .build();

        BilledQuantity billed = billed(history, basis, NIGHTLY);

        assertThat(billed.quantity()).isEqualByComparingTo("10");
        assertThat(billed.incomplete()).containsExactly(IncompleteReason.UNREAD_DAYS);
        assertThat(billed.isComplete()).isFalse();
        assertThat(billed.unreadDays()).containsExactly(LocalDate.of(2026, 11, 7), LocalDate.of(2026, 11, 8));
    }

    @Test
    void anotherRunOfTheSameDayFillsTheGap() {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 10)
                .unread("2026-11-07T02:00:00Z")
                .build();
        AccountRuns twice = runs(JANUARY, "2026-11-07T02:00:00Z", "2026-11-07T09:00:00Z", "2026-11-08T02:00:00Z");

        BilledQuantity billed = billed(history, BillingBasis.AT_CLOSE, twice);

        assertThat(billed.unreadDays()).isEmpty();
        assertThat(billed.isComplete()).isTrue();
    }

    @Test
    void aDayHasNoReadingIfEachOfItsRunsFailed() {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 10)
                .unread("2026-11-07T02:00:00Z")
                .unread("2026-11-07T09:00:00Z")
                .build();
        AccountRuns twice = runs(JANUARY, "2026-11-07T02:00:00Z", "2026-11-07T09:00:00Z", "2026-11-08T02:00:00Z");

        assertThat(billed(history, BillingBasis.AT_CLOSE, twice).unreadDays())
                .containsExactly(LocalDate.of(2026, 11, 7));
    }

    @Test
    void aMonthWithoutAnyReadingIsIncomplete() {
        SeriesHistory history = history().value("2026-10-05T02:00:00Z", 10).build();
        AccountRuns noneInNovember = runs(JANUARY, "2026-10-05T02:00:00Z", "2026-12-01T02:00:00Z");

        BilledQuantity billed = billed(history, BillingBasis.AT_CLOSE, noneInNovember);

        assertThat(billed.quantity()).isEqualTo(BigDecimal.TEN);
        assertThat(billed.incomplete()).containsExactly(IncompleteReason.NOT_READ_IN_MONTH);
        assertThat(noneInNovember.daysWithoutRun(NOVEMBER)).hasSize(30);
    }

    @Test
    void aMonthWhoseRunsAllFailedIsIncomplete() {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 10)
                .unread("2026-11-07T02:00:00Z")
                .build();

        assertThat(billed(history, BillingBasis.AT_CLOSE, runs(JANUARY, "2026-10-05T02:00:00Z", "2026-11-07T02:00:00Z"))
                        .incomplete())
                .containsExactlyInAnyOrder(IncompleteReason.NOT_READ_IN_MONTH, IncompleteReason.UNREAD_DAYS);
    }

    @Test
    void aRunThatEndsInTheNextMonthHasReadIt() {
        // The run of 31 October read the value after midnight; there was no other run.
        SeriesHistory history = history().value("2026-11-01T00:10:00Z", 10).build();

        assertThat(billed(history, BillingBasis.AT_CLOSE, runs(JANUARY, "2026-10-31T23:50:00Z"))
                        .isComplete())
                .isTrue();
    }

    @Test
    void aMonthThatHasNotEndedIsIncomplete() {
        SeriesHistory history = history().value("2026-10-05T02:00:00Z", 10).build();
        AccountRuns untilTheLastSecond =
                new AccountRuns(NIGHTLY.starts(), NOVEMBER.end().minusSeconds(1));

        assertThat(billed(history, BillingBasis.DAY_WEIGHTED, untilTheLastSecond)
                        .incomplete())
                .containsExactly(IncompleteReason.MONTH_NOT_ENDED);
        assertThat(billed(history, BillingBasis.DAY_WEIGHTED, new AccountRuns(NIGHTLY.starts(), NOVEMBER.end()))
                        .isComplete())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"AT_CLOSE, true", "PEAK, false", "DAY_WEIGHTED, false"})
    void valuesBeforeTheFirstRunAreUnknown(BillingBasis basis, boolean complete) {
        SeriesHistory history = history().value("2026-11-02T02:00:00Z", 10).build();

        BilledQuantity billed = billed(history, basis, runs(JANUARY, "2026-11-02T02:00:00Z", "2026-11-03T02:00:00Z"));

        assertThat(billed.isComplete()).isEqualTo(complete);
        if (!complete) {
            assertThat(billed.incomplete()).containsExactly(IncompleteReason.RECORDED_LATER);
        }
        assertThat(billed(history, basis, runs(JANUARY, "2026-11-01T23:00:00Z", "2026-11-02T02:00:00Z"))
                        .isComplete())
                .isTrue();
    }

    @Test
    void anUnreportedValueIsNotZero() {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 10)
                .value("2026-11-10T02:00:00Z", Quantity.unreported())
                .build();

        for (BillingBasis basis : BillingBasis.values()) {
            BilledQuantity billed = billed(history, basis, NIGHTLY);
            assertThat(billed.quantity()).isNull();
            assertThat(billed.incomplete()).containsExactly(IncompleteReason.UNREPORTED);
        }
    }

    @Test
    void anUnreportedTimeMatchesEachBasisThatNeedsIt() {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", Quantity.unlimited())
                .value("2026-11-10T02:00:00Z", 10)
                .build();

        assertThat(billed(history, BillingBasis.AT_CLOSE, NIGHTLY).quantity()).isEqualTo(BigDecimal.TEN);
        assertThat(billed(history, BillingBasis.PEAK, NIGHTLY).quantity()).isNull();
        assertThat(billed(history, BillingBasis.DAY_WEIGHTED, NIGHTLY).quantity())
                .isNull();
    }

    @Test
    void theEvidenceIsTheValueThatIsBilled() {
        SeriesHistory history = history()
                .value("2026-10-05T02:00:00Z", 10)
                .lastRead("2026-11-04T02:00:00Z")
                .value("2026-11-05T02:00:00Z", 30)
                .lastRead("2026-11-06T02:00:00Z")
                .value("2026-11-07T02:00:00Z", 20)
                .value("2026-11-09T02:00:00Z", 30)
                .value("2026-11-12T02:00:00Z", 12)
                .lastRead("2026-11-30T02:00:00Z")
                .build();

        assertEvidence(history, BillingBasis.AT_CLOSE, 12, "2026-11-12T02:00:00Z", "2026-11-30T02:00:00Z");
        assertEvidence(history, BillingBasis.PEAK, 5, "2026-11-05T02:00:00Z", "2026-11-06T02:00:00Z");
        assertEvidence(history, BillingBasis.DAY_WEIGHTED, 1, "2026-11-12T02:00:00Z", "2026-11-30T02:00:00Z");
        SeriesHistory unchanged = history()
                .value("2026-10-31T23:59:59Z", 10)
                .lastRead("2026-11-30T02:00:00Z")
                .build();
        assertEvidence(unchanged, BillingBasis.AT_CLOSE, 1, "2026-10-31T23:59:59Z", "2026-11-30T02:00:00Z");
    }

    private static void assertEvidence(
            SeriesHistory history, BillingBasis basis, int effective, String from, String to) {
        BilledQuantity billed = billed(history, basis, NIGHTLY);
        assertThat(billed.effective()).isEqualTo(LocalDate.of(2026, 11, effective));
        assertThat(billed.observedFrom()).isEqualTo(Instant.parse(from));
        assertThat(billed.observedTo()).isEqualTo(Instant.parse(to));
    }

    @Test
    void daysWithoutARunAreListedUntilTheEndOfTheRuns() {
        AccountRuns runs = runs(Instant.parse("2026-11-04T12:00:00Z"), "2026-11-01T02:00:00Z", "2026-11-03T02:00:00Z");

        assertThat(runs.daysWithoutRun(NOVEMBER)).containsExactly(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 4));
        assertThat(new AccountRuns(List.of(), JANUARY).beginAfterFirstDayOf(NOVEMBER))
                .isTrue();
    }

    private static AccountRuns runs(Instant until, String... starts) {
        return new AccountRuns(Stream.of(starts).map(Instant::parse).toList(), until);
    }
}
