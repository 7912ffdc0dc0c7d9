package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.BilledQuantity;
import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.CountSeries;
import dev.seatport.domain.ledger.ItemNames;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.ledger.StatementHash;
import dev.seatport.domain.ledger.TrueUpLine;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.StatementHeader;
import dev.seatport.ports.ledger.StatementStore;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of {@link StatementStore}. The author of a store extends this class. */
public abstract class StatementStoreContract {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Vendor ACME = new Vendor("acme");

    private StatementStore store;

    /** For subclasses. */
    protected StatementStoreContract() {}

    /** Opens the store of the running test. The first call of a test opens an empty store, further calls open the same store. */
    protected abstract StatementStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    private static StatementHeader header(YearMonth month, List<TrueUpLine> lines) {
        return new StatementHeader(
                new BillingMonth(month, ZoneId.of("Europe/Berlin")),
                BillingBasis.PEAK,
                Instant.parse("2026-12-01T08:00:00.123456Z"),
                "jo",
                "the vendor was down on the 7th",
                StatementHash.sha256(month, BillingBasis.PEAK, lines));
    }

    private static TrueUpLine line(
            YearMonth month, int row, @Nullable BigDecimal quantity, @Nullable BigDecimal previous) {
        BilledQuantity billed = new BilledQuantity(
                BillingBasis.PEAK,
                quantity,
                month.atDay(7),
                Instant.parse("2026-10-07T02:00:00.000001Z"),
                Instant.parse("2026-10-30T02:00:00Z"),
                Set.of(BilledQuantity.IncompleteReason.UNREAD_DAYS, BilledQuantity.IncompleteReason.UNREPORTED),
                List.of(month.atDay(8), month.atDay(9)));
        LedgerItem sku = new LedgerItem(
                new CustomerId(ACME, "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}"),
                LedgerItem.Kind.SKU,
                new TenantId("Tenant"),
                "sku",
                row);
        return TrueUpLine.of(
                month,
                new CountSeries(sku, CountMetric.PURCHASED),
                new ItemNames("Café 日本", null, "Plan"),
                billed,
                previous);
    }

    private List<TrueUpLine> lines(YearMonth month) {
        return LedgerContractFixture.rows(store.lines(month));
    }

    @Test
    void anEmptyStoreHasNoMonths() {
        assertThat(Await.result(store.statements())).isEmpty();
        LedgerContractFixture.refused(
                TestSubscriber.everything(store.lines(OCTOBER)).failure(), LedgerException.Kind.NOT_FOUND);
    }

    @Test
    void aClosedMonthHasItsLinesInOrder() {
        TrueUpLine first = line(OCTOBER, 2, new BigDecimal("13.50"), new BigDecimal("5"));
        TrueUpLine second = line(OCTOBER, 1, null, null);
        LedgerItem product = new LedgerItem(new CustomerId(ACME, "b"), LedgerItem.Kind.PRODUCT, null, "2048", 0);
        TrueUpLine correction = TrueUpLine.correction(
                OCTOBER,
                OCTOBER.minusMonths(1),
                new CountSeries(product, CountMetric.PURCHASED),
                ItemNames.none(),
                new BilledQuantity(
                        BillingBasis.PEAK,
                        BigDecimal.ZERO,
                        LocalDate.of(2026, 9, 1),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Set.of(),
                        List.of()),
                BigDecimal.TEN);
        List<TrueUpLine> lines = List.of(first, second, correction);
        StatementHeader header = header(OCTOBER, lines);

        Await.result(store.close(header, lines));

        assertThat(lines(OCTOBER)).isEqualTo(lines);
        assertThat(lines(OCTOBER).get(0).series().item().customer().value())
                .isEqualTo("{3F2504E0-4F89-11D3-9A0C-0305E82C3301}");
        assertThat(Await.result(store.statements())).containsExactly(header);
        store = open();
        assertThat(lines(OCTOBER)).isEqualTo(lines);
    }

    @Test
    void monthsAreListedEarliestFirst() {
        StatementHeader november = new StatementHeader(
                new BillingMonth(NOVEMBER, ZoneOffset.UTC), BillingBasis.AT_CLOSE, Instant.EPOCH, "cron", null, "0");
        StatementHeader october = header(OCTOBER, List.of());
        Await.result(store.close(november, List.of()));
        Await.result(store.close(october, List.of()));

        assertThat(Await.result(store.statements())).containsExactly(october, november);
        assertThat(lines(NOVEMBER)).isEmpty();
    }

    @Test
    void aClosedMonthNeverChanges() {
        List<TrueUpLine> lines = List.of(line(OCTOBER, 0, BigDecimal.ONE, BigDecimal.ZERO));
        StatementHeader header = header(OCTOBER, lines);
        Await.result(store.close(header, lines));

        LedgerException refusal = LedgerContractFixture.refused(
                store.close(header(OCTOBER, List.of()), List.of()), LedgerException.Kind.CONFLICT);
        LedgerContractFixture.refused(store.close(header, lines), LedgerException.Kind.CONFLICT);

        assertThat(refusal.getMessage()).contains("2026-10");
        assertThat(lines(OCTOBER)).isEqualTo(lines);
        assertThat(Await.result(store.statements())).containsExactly(header);
    }

    @Test
    void linesAreEmittedOnRequestOnly() {
        List<TrueUpLine> lines = IntStream.range(0, 4)
                .mapToObj(row -> line(OCTOBER, row, BigDecimal.ONE, null))
                .toList();
        Await.result(store.close(header(OCTOBER, lines), lines));

        TestSubscriber<TrueUpLine> subscriber =
                TestSubscriber.on(store.lines(OCTOBER)).request(2);
        subscriber.row();
        subscriber.row();
        subscriber.silence("only two lines were requested");

        assertThat(subscriber.request(2).rest().rows()).hasSize(2);
    }
}
