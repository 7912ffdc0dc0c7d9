package dev.seatport.domain.ledger;

import static dev.seatport.domain.ledger.HistoryBuilder.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesHistoryTest {
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final String NIGHT_3 = "2026-11-03T02:00:00Z";
    private static final String NIGHT_5 = "2026-11-05T02:00:00Z";
    private static final String NIGHT_9 = "2026-11-09T02:00:00Z";

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(
            nullValues = "gone",
            value = {
                "5, 7, RAISED",
                "7, 5, LOWERED",
                "0, 1, RAISED",
                "-1, -2, LOWERED",
                "5, gone, GONE",
                "0, gone, GONE",
                "gone, 5, APPEARED",
                "gone, 0, APPEARED",
                "gone, unreported, APPEARED",
                "5, unreported, BECAME_UNREPORTED",
                "5, unlimited, BECAME_UNREPORTED",
                "unlimited, unreported, BECAME_UNREPORTED",
                "unreported, 0, BECAME_REPORTED",
                "unlimited, 5, BECAME_REPORTED",
                "unreported, gone, GONE"
            })
    void eachChangeHasItsKind(String before, String after, SeatChange.Kind kind) {
        SeriesHistory history = history()
                .value(NIGHT_3, quantity(before))
                .value(NIGHT_5, quantity(after))
                .build();

        assertThat(history.changes(Instant.parse(NIGHT_3), DECEMBER))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(kind);
                    assertThat(change.before()).isEqualTo(history.intervals().get(0));
                    assertThat(change.after()).isEqualTo(history.intervals().get(1));
                    assertThat(change.series()).isEqualTo(HistoryBuilder.SERIES);
                    assertThat(change.lastReadBefore()).isEqualTo(Instant.parse(NIGHT_3));
                });
        assertThat(history.netChange(Instant.parse(NIGHT_3), DECEMBER))
                .map(SeatChange::kind)
                .contains(kind);
    }

    private static @Nullable Quantity quantity(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "unreported" -> Quantity.unreported();
            case "unlimited" -> Quantity.unlimited();
            default -> Quantity.of(Long.parseLong(text));
        };
    }

    @Test
    void aCountThatWasNotRecordedBeforeAppears() {
        SeriesHistory history = history().value(NIGHT_3, 5).build();

        assertThat(history.changes(OCTOBER, DECEMBER)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SeatChange.Kind.APPEARED);
            assertThat(change.before()).isNull();
            assertThat(change.lastReadBefore()).isNull();
            assertThat(change.notReadBetween()).isFalse();
        });
    }

    @Test
    void changesAreThoseAfterTheStartAndUntilTheEnd() {
        SeriesHistory history =
                history().value(NIGHT_3, 1).value(NIGHT_5, 2).value(NIGHT_9, 3).build();
        Instant third = Instant.parse(NIGHT_3);
        Instant fifth = Instant.parse(NIGHT_5);

        assertThat(history.changes(third, fifth))
                .extracting(change -> change.after().since())
                .containsExactly(fifth);
        assertThat(history.changes(third.minusNanos(1), fifth.minusNanos(1)))
                .extracting(change -> change.after().since())
                .containsExactly(third);
        assertThat(history.changes(NOVEMBER, DECEMBER)).hasSize(3);
        assertThat(history.changes(OCTOBER, NOVEMBER)).isEmpty();
    }

    @Test
    void aChangeThatWasUndoneIsTwoChangesAndNoNetChange() {
        SeriesHistory history =
                history().value(NIGHT_3, 5).value(NIGHT_5, 9).value(NIGHT_9, 5).build();
        Instant third = Instant.parse(NIGHT_3);

        assertThat(history.changes(third, DECEMBER))
                .extracting(SeatChange::kind)
                .containsExactly(SeatChange.Kind.RAISED, SeatChange.Kind.LOWERED);
        assertThat(history.netChange(third, DECEMBER)).isEmpty();
    }

    @Test
    void aNetChangeComparesTheFirstWithTheLastValue() {
        SeriesHistory history =
                history().value(NIGHT_3, 5).value(NIGHT_5, 9).value(NIGHT_9, 6).build();

        assertThat(history.netChange(Instant.parse(NIGHT_3), DECEMBER)).get().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SeatChange.Kind.RAISED);
            assertThat(change.before()).isEqualTo(history.intervals().get(0));
            assertThat(change.after()).isEqualTo(history.intervals().get(2));
        });
        assertThat(history.netChange(NOVEMBER, DECEMBER)).map(SeatChange::kind).contains(SeatChange.Kind.APPEARED);
        assertThat(history.netChange(OCTOBER, NOVEMBER)).isEmpty();
    }

    @Test
    void anItemThatCameAndWentHasNoNetChange() {
        SeriesHistory history = history().value(NIGHT_3, 5).gone(NIGHT_5).build();

        assertThat(history.netChange(NOVEMBER, DECEMBER)).isEmpty();
        assertThat(history.netChange(Instant.parse(NIGHT_5), DECEMBER)).isEmpty();
    }

    @ParameterizedTest(name = "last read {0}, unread {1}: {2}")
    @CsvSource({
        // The run of the 4th lies between the last reading of the old value and the first of the new one.
        "2026-11-03T02:00:00Z, 2026-11-04T02:00:00Z, true",
        // The old value was read again after the run that did not read it.
        "2026-11-04T10:00:00Z, 2026-11-04T02:00:00Z, false",
        "2026-11-04T02:00:00Z, 2026-11-04T02:00:00Z, true",
        // The run that read the new value cannot be unread; a run after it is of no matter.
        "2026-11-03T02:00:00Z, 2026-11-05T02:00:00Z, false",
        "2026-11-03T02:00:00Z, 2026-11-06T02:00:00Z, false"
    })
    void aChangeAcrossAnUnreadRunHappenedAtAnUnknownTime(String lastRead, String unread, boolean notReadBetween) {
        SeriesHistory history = history()
                .value(NIGHT_3, 5)
                .lastRead(lastRead)
                .value(NIGHT_5, 7)
                .unread(unread)
                .build();

        assertThat(history.changes(Instant.parse(NIGHT_3), DECEMBER))
                .extracting(SeatChange::notReadBetween)
                .containsExactly(notReadBetween);
    }

    @Test
    void theLastReadingAges() {
        SeriesHistory history =
                history().value(NIGHT_3, 5).lastRead(NIGHT_5).gone(NIGHT_9).build();

        assertThat(history.ageAt(Instant.parse("2026-11-08T02:00:00Z"))).contains(Duration.ofDays(3));
        assertThat(history.ageAt(Instant.parse(NIGHT_5))).contains(Duration.ZERO);
        assertThat(history.ageAt(Instant.parse("2026-11-04T02:00:00Z"))).contains(Duration.ZERO);
        assertThat(history.ageAt(NOVEMBER)).isEmpty();
        assertThat(history.ageAt(DECEMBER)).isEmpty();
    }

    @Test
    void aValueIsInForceFromItsFirstReadingUntilTheNext() {
        SeriesHistory history = history().value(NIGHT_3, 5).value(NIGHT_5, 7).build();

        assertThat(history.at(Instant.parse(NIGHT_3).minusNanos(1))).isEmpty();
        assertThat(history.at(Instant.parse(NIGHT_3)))
                .contains(history.intervals().get(0));
        assertThat(history.at(Instant.parse(NIGHT_5).minusNanos(1)))
                .contains(history.intervals().get(0));
        assertThat(history.at(Instant.parse(NIGHT_5)))
                .contains(history.intervals().get(1));
    }

    @Test
    void intervalsMustBeInOrder() {
        Provenance source = new Provenance(HistoryBuilder.VENDOR, "product-seats", NOVEMBER, null);
        CountInterval open = new CountInterval(NOVEMBER, NOVEMBER, null, Quantity.of(5), source);
        CountInterval late = new CountInterval(NOVEMBER, NOVEMBER, DECEMBER, Quantity.of(5), source);

        assertThatIllegalArgumentException().isThrownBy(() -> of(open, open));
        assertThatIllegalArgumentException().isThrownBy(() -> of(late, late));
        assertThat(of(late, new CountInterval(DECEMBER, DECEMBER, null, null, source))
                        .intervals())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountInterval(DECEMBER, NOVEMBER, null, null, source))
                .withMessageContaining("since <= lastRead <= until");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountInterval(NOVEMBER, DECEMBER, NOVEMBER, null, source));
    }

    private static SeriesHistory of(CountInterval... intervals) {
        return new SeriesHistory(HistoryBuilder.SERIES, ItemNames.none(), List.of(intervals), List.of());
    }

    @Test
    void rowNumbersMustNotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LedgerItem(HistoryBuilder.PRODUCT.customer(), LedgerItem.Kind.SKU, null, "sku", -1));
    }
}
