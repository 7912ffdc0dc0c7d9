package dev.seatport.ports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.BilledQuantity;
import dev.seatport.domain.ledger.BilledQuantity.IncompleteReason;
import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.CountSeries;
import dev.seatport.domain.ledger.ItemNames;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.ledger.TrueUpLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerReportsTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final Instant NIGHT = Instant.parse("2026-11-03T02:00:00Z");
    private static final BillingMonth NOVEMBER = new BillingMonth(YearMonth.of(2026, 11), ZoneOffset.UTC);
    private static final SuspectRun SUSPECT = new SuspectRun(3, NIGHT, ACME, 12);
    private static final IncomparableVendor OTHER_ACCOUNT =
            new IncomparableVendor(ACME, IncomparableVendor.Reason.ACCOUNT_CHANGED, NIGHT);
    private static final UnreadCustomer UNREAD =
            new UnreadCustomer(new CustomerId(ACME, "c1"), "Contoso", List.of(LocalDate.of(2026, 11, 3)));

    @Test
    void changesAreCompleteIfEachCountWasReadAndTheScopeStayed() {
        assertThat(new SeatChangeReport(List.of(), List.of(), List.of(), List.of()).isComplete())
                .isTrue();
        assertThat(new SeatChangeReport(List.of(SUSPECT), List.of(), List.of(), List.of()).isComplete())
                .isFalse();
        assertThat(new SeatChangeReport(List.of(), List.of(OTHER_ACCOUNT), List.of(), List.of()).isComplete())
                .isFalse();
        assertThat(new SeatChangeReport(List.of(), List.of(), List.of(), List.of(UNREAD)).isComplete())
                .isFalse();
    }

    @Test
    void aStatementIsCompleteIfItsLinesAre() {
        TrueUpLine sure = line(Set.of());
        TrueUpLine unsure = line(Set.of(IncompleteReason.UNREAD_DAYS));

        assertThat(statement(List.of(sure), List.of(), List.of()).isComplete()).isTrue();
        assertThat(statement(List.of(sure, unsure), List.of(), List.of()).isComplete())
                .isFalse();
        assertThat(statement(List.of(sure, unsure), List.of(), List.of()).incompleteLines())
                .containsExactly(unsure);
    }

    @Test
    void aStatementOfAMonthWithAnotherScopeIsIncomplete() {
        assertThat(statement(List.of(), List.of(SUSPECT), List.of()).isComplete())
                .isFalse();
        assertThat(statement(List.of(), List.of(), List.of(OTHER_ACCOUNT)).isComplete())
                .isFalse();
    }

    @Test
    void reasonsHaveNamesForReports() {
        assertThat(OTHER_ACCOUNT.reason().label()).isEqualTo("account-changed");
        assertThat(IncomparableVendor.Reason.FIRST_RECORDED.label()).isEqualTo("first-recorded");
    }

    @Test
    void aClosedMonthKeepsWhoClosedItAndWhy() {
        StatementHeader header = new StatementHeader(NOVEMBER, BillingBasis.AT_CLOSE, NIGHT, "ada", "checked", "abc");

        assertThat(header.closedBy()).isEqualTo("ada");
        assertThat(header.acceptedReason()).isEqualTo("checked");
        assertThat(header.sha256()).isEqualTo("abc");
    }

    private static TrueUpStatement statement(
            List<TrueUpLine> lines, List<SuspectRun> suspects, List<IncomparableVendor> incomparable) {
        return new TrueUpStatement(NOVEMBER, BillingBasis.AT_CLOSE, null, null, lines, suspects, incomparable);
    }

    private static TrueUpLine line(Set<IncompleteReason> incomplete) {
        LedgerItem item = new LedgerItem(UNREAD.customer(), LedgerItem.Kind.PRODUCT, null, "1", 0);
        BilledQuantity billed = new BilledQuantity(
                BillingBasis.AT_CLOSE, BigDecimal.TEN, LocalDate.of(2026, 11, 1), NIGHT, NIGHT, incomplete, List.of());
        return TrueUpLine.of(
                NOVEMBER.month(),
                new CountSeries(item, CountMetric.PURCHASED),
                ItemNames.none(),
                billed,
                BigDecimal.ONE);
    }
}
