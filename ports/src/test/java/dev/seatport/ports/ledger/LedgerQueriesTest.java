package dev.seatport.ports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.CountMetric;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerQueriesTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final CustomerId CUSTOMER = new CustomerId(new Vendor("acme"), "c1");

    @Test
    void aQueryIsForAllCountsUntilItIsNarrowed() {
        HistoryQuery all = HistoryQuery.between(NOVEMBER, DECEMBER);

        assertThat(all.customers()).isEmpty();
        assertThat(all.metrics()).isEmpty();
        assertThat(all.changedOnly()).isFalse();
    }

    @Test
    void eachNarrowingKeepsTheOthers() {
        HistoryQuery query = HistoryQuery.between(NOVEMBER, DECEMBER)
                .changed()
                .forCustomers(Set.of(CUSTOMER))
                .forMetrics(Set.of(CountMetric.PURCHASED));

        assertThat(query)
                .isEqualTo(new HistoryQuery(NOVEMBER, DECEMBER, Set.of(CUSTOMER), Set.of(CountMetric.PURCHASED), true));
    }

    @Test
    void aQueryThatEndsBeforeItsStartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryQuery.between(DECEMBER, NOVEMBER))
                .withMessageContaining("must not be before its start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeatChangesRequest.between(DECEMBER, NOVEMBER, ZoneOffset.UTC))
                .withMessageContaining("must not be before its start");
    }

    @Test
    void aRequestForChangesIsForAllOfThemByDefault() {
        SeatChangesRequest request = SeatChangesRequest.between(NOVEMBER, DECEMBER, ZoneOffset.UTC);

        assertThat(request.customers()).isEmpty();
        assertThat(request.metrics()).isEmpty();
        assertThat(request.kinds()).isEmpty();
    }

    @Test
    void aBlankReasonDoesNotAcceptAnIncompleteMonth() {
        BillingMonth month = new BillingMonth(YearMonth.of(2026, 11), ZoneOffset.UTC);

        assertThat(new TrueUpRequest(month, BillingBasis.PEAK, null).acceptedReason())
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrueUpRequest(month, BillingBasis.PEAK, " "))
                .withMessageContaining("reason");
    }
}
