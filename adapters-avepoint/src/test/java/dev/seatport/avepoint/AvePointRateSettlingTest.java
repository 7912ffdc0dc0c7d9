package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.RequestStatistics.RequestCounts;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how a client adapts to an unknown rate limit of the vendor, with 2,000 pages in concurrent listings. Prints the figures.
 * Does not assert on the used share of the limit, because it depends on the machine.
 */
@Tag("soak")
class AvePointRateSettlingTest {
    private static final int LIMIT_PER_SECOND = 50;
    private static final int PAGES = 2_000;
    /** Pages for plans without a rate limit. */
    private static final int PAGES_WITHOUT_LIMIT = 100;

    private static final int ROWS_PER_PAGE = 2;

    @ParameterizedTest(name = "{0}, {1} concurrent listings")
    @CsvSource({
        "limit=50/s, 1",
        "limit=50/s:retry-after=1, 1",
        "limit=50/s, 4",
        "limit=50/s:retry-after=1, 4",
        "'429:next=1,path=tenant-seats', 1",
        "429:share=0.05, 1"
    })
    void deliversAllRows(String plan, int listings) {
        int pages = plan.startsWith("limit") ? PAGES / listings : PAGES_WITHOUT_LIMIT;
        int rows = pages * ROWS_PER_PAGE;
        try (SandboxedAvePoint vendor = SandboxedAvePoint.start(1, rows)) {
            vendor.quirks(VendorQuirks.none().withMaxPageSize(ROWS_PER_PAGE));
            vendor.faults(plan);
            AtomicLong lost = new AtomicLong();
            long start = System.nanoTime();
            List<TestSubscriber<Observed<TenantSeats>>> subscribers = new ArrayList<>();
            try (AvePoint avePoint = vendor.connect(ClientLimits.defaults())) {
                TenantSeatQuery query =
                        TenantSeatQuery.all(SandboxedAvePoint.id(vendor.fleet().customer(0)), TenantKind.MICROSOFT_365);
                for (int i = 0; i < listings; i++) {
                    subscribers.add(
                            TestSubscriber.oneByOne(avePoint.tenantSeats().seats(query)));
                }
                subscribers.forEach(subscriber -> lost.addAndGet(rows
                        - Await.end(subscriber, Duration.ofSeconds(280)).rows().size()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            RequestCounts counts = vendor.sandbox().statistics().of(RequestKind.TENANT_SEATS);
            print(plan, listings, counts, seconds, lost.get());
            assertThat(subscribers).as("one end each").allMatch(TestSubscriber::isSilent);
            assertThat(lost.get()).as("rows lost").isZero();
            assertThat(counts.faults(FaultKind.LIMIT) / (double) counts.received())
                    .as("share of requests beyond the limit")
                    .isLessThanOrEqualTo(0.02);
        }
    }

    private static void print(String plan, int listings, RequestCounts counts, double seconds, long lost) {
        long refused = counts.faults(FaultKind.LIMIT) + counts.faults(FaultKind.STATUS);
        System.out.printf(
                Locale.ROOT,
                "settling %s, %d concurrent: %d requests, refused %.2f %%, %.1f requests/s = %.0f %% of %d/s, %.0f s,"
                        + " rows lost %d%n",
                plan,
                listings,
                counts.received(),
                100.0 * refused / counts.received(),
                counts.good() / seconds,
                100 * counts.good() / seconds / LIMIT_PER_SECOND,
                LIMIT_PER_SECOND,
                seconds,
                lost);
    }
}
