package dev.seatport.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.SeatChange;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.ledger.IncomparableVendor;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatChangeReport;
import dev.seatport.ports.ledger.SeatChangesRequest;
import dev.seatport.ports.ledger.SuspectRun;
import dev.seatport.ports.ledger.UnreadCustomer;
import dev.seatport.testkit.wait.Await;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerSeatChangesTest {
    private static final Instant FROM = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final SeatChangesRequest ALL = SeatChangesRequest.between(FROM, TO, ZoneOffset.UTC);

    private final RecordedNights nights = new RecordedNights();

    private SeatChangeReport changes(SeatChangesRequest request) {
        return Await.result(new LedgerSeatChanges(nights.ledger).changes(request));
    }

    private static @Nullable Quantity valueBefore(SeatChange change) {
        return Objects.requireNonNull(change.before()).value();
    }

    @Test
    void listsEachChangeBetweenTwoMoments() {
        nights.at("2026-11-01T02:00:00Z").record(nights.seats(5));
        nights.at("2026-11-02T02:00:00Z").record(nights.seats(7));
        nights.at("2026-11-03T02:00:00Z").record(nights.seats(4));

        SeatChangeReport report = changes(ALL);

        assertThat(report.changes())
                .extracting(SeatChange::kind)
                .containsExactly(SeatChange.Kind.RAISED, SeatChange.Kind.LOWERED);
        assertThat(valueBefore(report.changes().get(0))).isEqualTo(Quantity.of(5));
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void keepsToCustomersMetricsAndKinds() {
        CustomerId bakery = new CustomerId(RecordedNights.ACME, "bakery");
        nights.at("2026-11-01T02:00:00Z").record(nights.seats(5), nights.seats(bakery, Quantity.of(5)));
        nights.at("2026-11-02T02:00:00Z")
                .record(nights.seats(7), nights.seats(bakery, Quantity.of(3)), nights.customer(bakery));

        assertThat(changes(ALL).changes()).hasSize(3);
        assertThat(changes(request(Set.of(RecordedNights.CAFE), Set.of(), Set.of()))
                        .changes())
                .extracting(SeatChange::kind)
                .containsExactly(SeatChange.Kind.RAISED);
        assertThat(changes(request(Set.of(), Set.of(CountMetric.LISTED), Set.of()))
                        .changes())
                .extracting(SeatChange::kind)
                .containsExactly(SeatChange.Kind.APPEARED);
        assertThat(changes(request(Set.of(), Set.of(), Set.of(SeatChange.Kind.LOWERED)))
                        .changes())
                .extracting(change -> change.series().item().customer())
                .containsExactly(bakery);
    }

    private static SeatChangesRequest request(
            Set<CustomerId> customers, Set<CountMetric> metrics, Set<SeatChange.Kind> kinds) {
        return new SeatChangesRequest(FROM, TO, ZoneOffset.UTC, customers, metrics, kinds);
    }

    @Test
    void namesTheDaysOnWhichCountsWereNotRead() {
        nights.at("2026-11-01T02:00:00Z").record(nights.customer(RecordedNights.CAFE), nights.seats(5));
        nights.recordAt(
                List.of("2026-11-01T23:30:00Z", "2026-11-05T02:00:00Z", "2026-11-07T02:00:00Z"),
                () -> nights.record(nights.customer(RecordedNights.CAFE), nights.failed()));
        nights.at("2026-11-07T09:00:00Z").record(nights.customer(RecordedNights.CAFE), nights.seats(5));
        nights.at("2026-12-02T02:00:00Z").record(nights.failed());

        SeatChangeReport utc = changes(ALL);
        SeatChangeReport berlin = changes(SeatChangesRequest.between(FROM, TO, ZoneId.of("Europe/Berlin")));

        assertThat(utc.changes()).isEmpty();
        assertThat(utc.isComplete()).isFalse();
        assertThat(utc.unread())
                .containsExactly(
                        new UnreadCustomer(RecordedNights.CAFE, "Name of cafe", List.of(LocalDate.of(2026, 11, 5))));
        assertThat(berlin.unread().get(0).days()).containsExactly(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 5));
    }

    @Test
    void leavesOutUnreadDaysBeforeTheStart() {
        nights.at("2026-10-01T02:00:00Z").record(nights.seats(5));
        nights.at("2026-10-05T02:00:00Z").record(nights.failed());

        assertThat(changes(ALL).unread()).isEmpty();
        assertThat(changes(ALL).isComplete()).isTrue();
    }

    @Test
    void namesSuspectRunsAndNoCustomerAsGone() {
        nights.at("2026-11-01T02:00:00Z").record(nights.listing(RecordedNights.customers(1, 20)));
        LedgerRun suspect = nights.at("2026-11-05T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));

        SeatChangeReport report = changes(ALL);

        assertThat(report.suspects())
                .containsExactly(
                        new SuspectRun(suspect.id(), Instant.parse("2026-11-05T02:00:00Z"), RecordedNights.ACME, 5));
        assertThat(report.changes()).isEmpty();
        assertThat(report.isComplete()).isFalse();
        assertThat(changes(SeatChangesRequest.between(FROM, suspect.started().minusNanos(1), ZoneOffset.UTC))
                        .suspects())
                .isEmpty();
        assertThat(changes(SeatChangesRequest.between(suspect.started(), TO, ZoneOffset.UTC))
                        .suspects())
                .isEmpty();
        Await.result(nights.ledger.accept(suspect.id()));
        assertThat(changes(ALL).suspects()).isEmpty();
        assertThat(changes(ALL).changes())
                .hasSize(10)
                .extracting(SeatChange::kind)
                .containsOnly(SeatChange.Kind.GONE);
    }

    @Test
    void comparesNothingAcrossAChangeOfTheAccount() {
        nights.at("2026-11-01T02:00:00Z").record(nights.listing(RecordedNights.customers(1, 20)));
        nights.account("account-2");
        LedgerRun first = nights.at("2026-11-05T02:00:00Z").record(nights.listing(RecordedNights.CAFE));
        nights.at("2026-11-06T02:00:00Z").record(nights.seats(9));

        SeatChangeReport report = changes(ALL);

        assertThat(report.incomparable())
                .containsExactly(new IncomparableVendor(
                        RecordedNights.ACME,
                        IncomparableVendor.Reason.ACCOUNT_CHANGED,
                        Objects.requireNonNull(first.finished())));
        assertThat(report.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SeatChange.Kind.RAISED);
            assertThat(change.after().value()).isEqualTo(Quantity.of(9));
        });
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void comparesAnAccountThatWasUsedBeforeAndAfterAnother() {
        nights.at("2026-11-01T02:00:00Z").record(nights.seats(5));
        nights.account("account-2").at("2026-11-05T02:00:00Z").record(nights.seats(1));
        nights.account("account-1").at("2026-11-06T02:00:00Z").record(nights.seats(6));

        SeatChangeReport report = changes(ALL);

        assertThat(report.incomparable()).isEmpty();
        assertThat(report.changes())
                .singleElement()
                .satisfies(change -> assertThat(valueBefore(change)).isEqualTo(Quantity.of(5)));
    }

    @Test
    void reportsNoCustomerOfTheFirstRunAsNew() {
        LedgerRun first = nights.at("2026-11-05T02:00:00Z").record(nights.listing(RecordedNights.CAFE));

        assertThat(changes(ALL).incomparable())
                .containsExactly(new IncomparableVendor(
                        RecordedNights.ACME,
                        IncomparableVendor.Reason.FIRST_RECORDED,
                        Objects.requireNonNull(first.finished())));
        assertThat(changes(ALL).changes()).isEmpty();
    }

    @Test
    void aFirstRunThatWasKilledEndsWithTheNextOne() {
        nights.at("2026-11-05T02:00:00Z");
        LedgerLease killed =
                Await.result(nights.ledger.begin(new RunStart("1.0", Map.of(RecordedNights.ACME, "account-1"))));
        Await.result(nights.ledger.append(killed, List.of(nights.seats(5))));
        assertThat(changes(ALL).incomparable().get(0).since()).isEqualTo(Instant.MAX);
        assertThat(changes(ALL).changes()).isEmpty();

        LedgerRun next = nights.at("2026-11-06T02:00:00Z").record(nights.listing(RecordedNights.CAFE));
        nights.at("2026-11-07T02:00:00Z").record(nights.seats(8));

        assertThat(changes(ALL).incomparable().get(0).since()).isEqualTo(next.finished());
        assertThat(changes(ALL).changes()).extracting(SeatChange::kind).containsExactly(SeatChange.Kind.RAISED);
    }

    @Test
    void anEmptyLedgerHasNoChanges() {
        assertThat(changes(ALL)).isEqualTo(new SeatChangeReport(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void theEndMustNotBeBeforeTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeatChangesRequest.between(TO, FROM, ZoneOffset.UTC));
    }
}
