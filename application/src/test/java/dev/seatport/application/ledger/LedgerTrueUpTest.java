package dev.seatport.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.ledger.BilledQuantity;
import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.StatementHash;
import dev.seatport.domain.ledger.TrueUpLine;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.ledger.IncomparableVendor;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.StatementHeader;
import dev.seatport.ports.ledger.SuspectRun;
import dev.seatport.ports.ledger.TrueUpRequest;
import dev.seatport.ports.ledger.TrueUpStatement;
import dev.seatport.testkit.fake.InMemoryStatementStore;
import dev.seatport.testkit.wait.Await;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTrueUpTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private final RecordedNights nights = new RecordedNights();
    private final InMemoryStatementStore store = new InMemoryStatementStore();
    private final LedgerTrueUp trueUp = new LedgerTrueUp(nights.ledger, store, nights::now);

    private static TrueUpRequest request(YearMonth month) {
        return request(month, BillingBasis.AT_CLOSE, null);
    }

    private static TrueUpRequest request(YearMonth month, BillingBasis basis, @Nullable String reason) {
        return new TrueUpRequest(new BillingMonth(month, ZoneOffset.UTC), basis, reason);
    }

    private TrueUpStatement statement(YearMonth month) {
        return Await.result(trueUp.statement(request(month)));
    }

    private TrueUpLine line(YearMonth month) {
        List<TrueUpLine> lines = statement(month).lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private TrueUpStatement close(YearMonth month, @Nullable String reason) {
        return Await.result(trueUp.close(request(month, BillingBasis.AT_CLOSE, reason), "jo"));
    }

    private static LedgerException refused(CompletionStage<?> stage) {
        Throwable failure = Await.result(stage.handle((value, thrown) -> Objects.requireNonNull(thrown)));
        assertThat(failure).isInstanceOf(LedgerException.class);
        assertThat(((LedgerException) failure).kind()).isEqualTo(LedgerException.Kind.CONFLICT);
        return (LedgerException) failure;
    }

    private static void assertBilled(TrueUpLine line, @Nullable Integer quantity, @Nullable Integer previous) {
        assertThat(line.billed().quantity()).isEqualTo(quantity == null ? null : BigDecimal.valueOf(quantity));
        assertThat(line.previous()).isEqualTo(previous == null ? null : BigDecimal.valueOf(previous));
    }

    // Quantities and previous quantities

    @Test
    void aLineHasTheQuantityAndTheOneOfTheMonthBefore() {
        nights.at("2026-10-05T02:00:00Z").record(nights.customer(RecordedNights.CAFE), nights.seats(5));
        nights.at("2026-11-10T02:00:00Z").record(nights.customer(RecordedNights.CAFE), nights.seats(8));
        nights.at("2026-12-01T00:00:00Z");

        TrueUpLine line = line(NOVEMBER);

        assertBilled(line, 8, 5);
        assertThat(line.delta()).contains(BigDecimal.valueOf(3));
        assertThat(line.billed().effective()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(line.names().customer()).isEqualTo("Name of cafe");
        assertThat(line.billed().isComplete()).isTrue();
        assertThat(statement(NOVEMBER).isComplete()).isTrue();
        assertThat(statement(NOVEMBER).closed()).isNull();
    }

    @Test
    void onlyPurchasesAreBilled() {
        nights.at("2026-11-05T02:00:00Z").record(nights.listing(RecordedNights.customers(1, 3)));

        assertThat(statement(NOVEMBER).lines()).hasSize(3);
    }

    @Test
    void thePreviousQuantityIsUnknownInTheFirstRecordedMonth() {
        nights.at("2026-11-05T02:00:00Z").record(nights.seats(5));

        assertBilled(line(NOVEMBER), 5, null);
        assertThat(line(NOVEMBER).delta()).isEmpty();
    }

    @Test
    void thePreviousQuantityOfANewCountIsZero() {
        nights.at("2026-10-31T02:00:00Z").record(nights.customer(RecordedNights.CAFE));
        nights.at("2026-11-05T02:00:00Z").record(nights.customer(RecordedNights.CAFE), nights.seats(5));

        assertBilled(line(NOVEMBER), 5, 0);
    }

    @Test
    void aCustomerThatLeftHasALineUntilItsQuantityWasZeroBefore() {
        nights.at("2026-10-05T02:00:00Z").record(nights.listing(RecordedNights.CAFE));
        nights.recordAt(List.of("2026-11-05T02:00:00Z", "2026-12-05T02:00:00Z"), () -> nights.record(nights.listing()));
        nights.at("2027-01-01T00:00:00Z");

        assertBilled(line(NOVEMBER), 0, 5);
        assertThat(statement(DECEMBER).lines()).isEmpty();
    }

    @Test
    void aZeroThatWasNotReadKeepsItsLine() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(0));
        nights.recordAt(List.of("2026-11-05T02:00:00Z"), () -> nights.record(nights.failed()));
        nights.at("2026-12-01T02:00:00Z").record(nights.seats(0));

        assertThat(line(NOVEMBER).billed().unreadDays()).containsExactly(LocalDate.of(2026, 11, 5));
        assertThat(line(NOVEMBER).billed().incomplete()).contains(BilledQuantity.IncompleteReason.NOT_READ_IN_MONTH);
        assertThat(statement(NOVEMBER).isComplete()).isFalse();
        assertThat(statement(NOVEMBER).incompleteLines()).hasSize(1);
    }

    @Test
    void aZeroWithoutARunInTheMonthKeepsItsLine() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(0));
        nights.at("2026-12-01T02:00:00Z");

        assertThat(line(NOVEMBER).billed().incomplete())
                .containsExactly(BilledQuantity.IncompleteReason.NOT_READ_IN_MONTH);
    }

    @Test
    void anUnreportedQuantityIsUnknown() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(RecordedNights.CAFE, Quantity.unreported()));
        nights.at("2026-11-05T02:00:00Z").record(nights.seats(RecordedNights.CAFE, Quantity.unreported()));

        assertBilled(line(NOVEMBER), null, null);
    }

    @Test
    void theMonthThatHasNotEndedIsIncomplete() {
        nights.at("2026-11-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-11-30T23:59:59Z");
        assertThat(statement(NOVEMBER).isComplete()).isFalse();

        nights.at("2026-12-01T00:00:00Z");
        assertThat(statement(NOVEMBER).isComplete()).isTrue();
    }

    @Test
    void anotherBasisHasItsQuantity() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-11-10T02:00:00Z").record(nights.seats(50));
        nights.at("2026-11-11T02:00:00Z").record(nights.seats(6));
        nights.at("2026-12-01T02:00:00Z");

        TrueUpStatement peak = Await.result(trueUp.statement(request(NOVEMBER, BillingBasis.PEAK, null)));

        assertBilled(peak.lines().get(0), 50, 5);
        assertThat(peak.basis()).isEqualTo(BillingBasis.PEAK);
    }

    // Scope

    @Test
    void aSuspectRunMakesTheMonthIncomplete() {
        nights.at("2026-10-31T02:00:00Z").record(nights.listing(RecordedNights.customers(1, 20)));
        LedgerRun suspect = nights.at("2026-11-01T00:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        nights.recordAt(
                List.of("2026-11-02T00:00:00Z"),
                () -> nights.record(nights.seats(RecordedNights.customers(1, 1)[0], Quantity.of(5))));
        nights.at("2026-12-01T00:00:00Z");

        assertThat(statement(NOVEMBER).suspects())
                .containsExactly(new SuspectRun(suspect.id(), suspect.started(), RecordedNights.ACME, 5));
        assertThat(statement(NOVEMBER).isComplete()).isFalse();
        assertThat(statement(OCTOBER).suspects()).isEmpty();
    }

    @Test
    void anotherAccountMakesTheMonthIncomplete() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.account("account-2").at("2026-11-05T02:00:00Z").record(nights.seats(7));
        nights.at("2026-12-05T02:00:00Z").record(nights.seats(7));
        nights.at("2027-01-01T02:00:00Z");

        assertThat(statement(NOVEMBER).incomparable())
                .extracting(IncomparableVendor::reason)
                .containsExactly(IncomparableVendor.Reason.ACCOUNT_CHANGED);
        assertThat(statement(NOVEMBER).isComplete()).isFalse();
        assertBilled(line(NOVEMBER), 7, null);
        assertThat(statement(DECEMBER).isComplete()).isTrue();
        assertBilled(line(DECEMBER), 7, 7);
    }

    // Closed months

    @Test
    void aClosedMonthIsReturnedAsItWas() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-11-01T08:00:00Z");
        TrueUpStatement open = statement(OCTOBER);
        TrueUpStatement closed = close(OCTOBER, "not needed");

        assertThat(closed.lines()).isEqualTo(open.lines());
        assertThat(closed.acceptedReason()).isNull();
        assertThat(closed.closed())
                .isEqualTo(new StatementHeader(
                        new BillingMonth(OCTOBER, ZoneOffset.UTC),
                        BillingBasis.AT_CLOSE,
                        Instant.parse("2026-11-01T08:00:00Z"),
                        "jo",
                        null,
                        StatementHash.sha256(OCTOBER, BillingBasis.AT_CLOSE, open.lines())));
        assertThat(Await.result(store.statements())).containsExactly(closed.closed());
        assertThat(statement(OCTOBER)).isEqualTo(closed);
    }

    @Test
    void aClosedMonthHasOneBasisAndOneTimeZone() {
        nights.at("2026-11-01T08:00:00Z");
        close(OCTOBER, null);

        assertThat(refused(trueUp.statement(request(OCTOBER, BillingBasis.PEAK, null)))
                        .getMessage())
                .contains("2026-10", "at-close", "Z");
        refused(trueUp.statement(
                new TrueUpRequest(new BillingMonth(OCTOBER, ZoneId.of("Europe/Berlin")), BillingBasis.AT_CLOSE, null)));
    }

    @Test
    void aMonthIsClosedOnceAndInOrder() {
        nights.at("2026-12-01T08:00:00Z");
        close(NOVEMBER, null);

        assertThat(refused(trueUp.close(request(NOVEMBER), "jo")).getMessage()).contains("2026-11", "jo");
        assertThat(refused(trueUp.close(request(OCTOBER), "jo")).getMessage()).contains("2026-10", "2026-11");
    }

    @Test
    void anIncompleteMonthIsClosedWithAReasonOnly() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.recordAt(List.of("2026-10-06T02:00:00Z"), () -> nights.record(nights.failed()));
        nights.at("2026-11-01T08:00:00Z");

        LedgerException refusal = refused(trueUp.close(request(OCTOBER), "jo"));
        assertThat(refusal.getMessage()).contains("2026-10 is incomplete", "1 of 1 lines", "reason");
        assertThat(Await.result(store.statements())).isEmpty();

        TrueUpStatement closed = close(OCTOBER, "the vendor was down");
        assertThat(closed.acceptedReason()).isEqualTo("the vendor was down");
        assertThat(statement(OCTOBER).acceptedReason()).isEqualTo("the vendor was down");
        assertThat(statement(OCTOBER).isComplete()).isFalse();
    }

    @Test
    void aReasonMustNotBeBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(OCTOBER, BillingBasis.PEAK, " "));
    }

    @Test
    void thePreviousQuantityIsTheBilledOne() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-10-20T00:00:00Z");
        close(OCTOBER, "billed early");
        nights.recordAt(List.of("2026-10-30T02:00:00Z", "2026-11-05T02:00:00Z"), () -> nights.record(nights.seats(9)));
        nights.at("2026-12-01T02:00:00Z");

        assertBilled(statement(NOVEMBER).lines().get(0), 9, 5);
    }

    @Test
    void aCountThatWasNotBilledBeforeHasThePreviousQuantityZero() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-11-01T00:00:00Z");
        close(OCTOBER, null);
        CustomerId bakery = new CustomerId(RecordedNights.ACME, "bakery");
        nights.at("2026-11-05T02:00:00Z").record(nights.seats(5), nights.seats(bakery, Quantity.of(2)));
        nights.at("2026-12-01T02:00:00Z");

        List<TrueUpLine> lines = statement(NOVEMBER).lines();
        assertThat(lines).hasSize(2);
        assertBilled(lines.get(0), 2, 0);
        assertBilled(lines.get(1), 5, 5);
    }

    // Corrections

    @Test
    void anAcceptedScopeOfAClosedMonthIsCorrectedInTheOpenMonth() {
        nights.at("2026-09-30T02:00:00Z").record(nights.listing(RecordedNights.customers(1, 20)));
        LedgerRun suspect = nights.at("2026-10-20T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        nights.at("2026-11-01T00:00:00Z");
        TrueUpStatement october = close(OCTOBER, "the customers are checked later");
        assertThat(october.lines()).hasSize(20);
        nights.at("2026-11-10T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        Await.result(nights.ledger.accept(suspect.id()));
        nights.at("2026-12-01T00:00:00Z");

        List<TrueUpLine> lines = statement(NOVEMBER).lines();

        // 5 customers that left (5 -> 0), 15 unchanged ones, and then 5 corrections of October (5 -> 0)
        assertThat(lines).hasSize(25);
        TrueUpLine left = lines.get(0);
        TrueUpLine correction = lines.get(20);
        assertBilled(left, 0, 5);
        assertThat(left.corrects()).isNull();
        assertBilled(correction, 0, 5);
        assertThat(correction.series()).isEqualTo(left.series());
        assertThat(correction.month()).isEqualTo(NOVEMBER);
        assertThat(correction.corrects())
                .isEqualTo(new TrueUpLine.Correction(
                        OCTOBER, october.lines().get(0).id()));
        assertThat(lines.subList(0, 20)).extracting(TrueUpLine::corrects).containsOnlyNulls();
        assertThat(statement(OCTOBER).lines()).isEqualTo(october.lines());
    }

    @Test
    void aCorrectionIsMadeOnce() {
        anAcceptedScopeOfAClosedMonthIsCorrectedInTheOpenMonth();
        close(NOVEMBER, null);
        nights.at("2026-12-10T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        nights.at("2027-01-01T00:00:00Z");

        List<TrueUpLine> lines = statement(DECEMBER).lines();

        assertThat(lines).hasSize(15).extracting(TrueUpLine::corrects).containsOnlyNulls();
    }

    @Test
    void aCountThatWasGoneBeforeTheClosedMonthIsCorrected() {
        nights.at("2026-08-30T02:00:00Z").record(nights.listing(RecordedNights.customers(1, 20)));
        LedgerRun suspect = nights.at("2026-09-20T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        nights.at("2026-10-20T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        nights.at("2026-11-01T00:00:00Z");
        close(OCTOBER, "the customers are checked later");
        Await.result(nights.ledger.accept(suspect.id()));
        nights.at("2026-11-10T02:00:00Z").record(nights.listing(RecordedNights.customers(6, 20)));
        nights.at("2026-12-01T00:00:00Z");

        assertThat(statement(NOVEMBER).lines())
                .filteredOn(line -> line.corrects() != null)
                .hasSize(5);
    }

    @Test
    void aMonthThatWasClosedEarlyIsCorrected() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-10-20T00:00:00Z");
        close(OCTOBER, "billed early");
        nights.recordAt(List.of("2026-10-30T02:00:00Z", "2026-11-05T02:00:00Z"), () -> nights.record(nights.seats(9)));
        nights.at("2026-12-01T02:00:00Z");

        List<TrueUpLine> lines = statement(NOVEMBER).lines();

        assertThat(lines).hasSize(2);
        assertBilled(lines.get(1), 9, 5);
        assertThat(lines.get(1).billed().effective()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(Objects.requireNonNull(lines.get(1).corrects()).month()).isEqualTo(OCTOBER);
    }

    @Test
    void anotherAccountCorrectsNothing() {
        nights.at("2026-10-05T02:00:00Z").record(nights.seats(5));
        nights.at("2026-11-01T00:00:00Z");
        close(OCTOBER, null);
        nights.account("account-2").at("2026-11-05T02:00:00Z").record(nights.seats(7));
        nights.at("2026-12-01T02:00:00Z");

        assertBilled(line(NOVEMBER), 7, 5);
        assertThat(line(NOVEMBER).corrects()).isNull();
    }
}
