package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.RequestStatistics.Counts;
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
 * How a client that is not told a vendor's limit comes to terms with it: 2,000 pages, read as several listings at once. The figures
 * are printed; the machine's speed is in how much of the limit is used, so that is not asserted on.
 */
@Tag("soak")
class AvePointRateSettlingTest {
    private static final int PER_SECOND = 50;
    private static final int PAGES = 2_000;
    /** Enough where refusals are no matter of the rate. */
    private static final int FEW_PAGES = 100;

    private static final int ROWS_A_PAGE = 2;

    @ParameterizedTest(name = "{0}, {1} listings at once")
    @CsvSource({
        "limit=50/s, 1",
        "limit=50/s:retry-after=1, 1",
        "limit=50/s, 4",
        "limit=50/s:retry-after=1, 4",
        "'429:next=1,path=tenant-seats', 1",
        "429:share=0.05, 1"
    })
    void losesNoRow(String plan, int listings) {
        int pages = plan.startsWith("limit") ? PAGES / listings : FEW_PAGES;
        int rows = pages * ROWS_A_PAGE;
        try (SandboxedAvePoint vendor = SandboxedAvePoint.start(1, rows)) {
            vendor.quirks(VendorQuirks.none().withMaxPageSize(ROWS_A_PAGE));
            vendor.faults(plan);
            AtomicLong lost = new AtomicLong();
            long start = System.nanoTime();
            List<TestSubscriber<Observed<TenantSeats>>> read = new ArrayList<>();
            try (AvePoint avePoint = vendor.connect(ClientLimits.defaults())) {
                TenantSeatQuery query =
                        TenantSeatQuery.all(SandboxedAvePoint.id(vendor.fleet().customer(0)), TenantKind.MICROSOFT_365);
                for (int i = 0; i < listings; i++) {
                    read.add(TestSubscriber.oneByOne(avePoint.tenantSeats().seats(query)));
                }
                read.forEach(subscriber -> lost.addAndGet(rows
                        - Await.end(subscriber, Duration.ofSeconds(280)).rows().size()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Counts entry = vendor.sandbox().statistics().of(RequestKind.TENANT_SEATS);
            print(plan, listings, entry, seconds, lost.get());
            assertThat(read).as("one end each").allMatch(TestSubscriber::isSilent);
            assertThat(lost.get()).as("rows lost").isZero();
            assertThat(entry.faults(FaultKind.LIMIT) / (double) entry.received())
                    .as("share of requests beyond the limit")
                    .isLessThanOrEqualTo(0.02);
        }
    }

    private static void print(String plan, int listings, Counts entry, double seconds, long lost) {
        long refused = entry.faults(FaultKind.LIMIT) + entry.faults(FaultKind.STATUS);
        System.out.printf(
                Locale.ROOT,
                "settling %s, %d at once: %d requests, refused %.2f %%, %.1f requests/s = %.0f %% of %d/s, %.0f s,"
                        + " rows lost %d%n",
                plan,
                listings,
                entry.received(),
                100.0 * refused / entry.received(),
                entry.good() / seconds,
                100 * entry.good() / seconds / PER_SECOND,
                PER_SECOND,
                seconds,
                lost);
    }
}
