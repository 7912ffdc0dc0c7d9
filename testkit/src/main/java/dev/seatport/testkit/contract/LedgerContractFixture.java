package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.CountInterval;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Vendor, clock and queries of the tests of a ledger. Night 3 is the run of 3 November. */
abstract class LedgerContractFixture {
    static final Vendor ACME = new Vendor("acme");
    static final Vendor LICENSES = new Vendor("license-vendor");
    static final CustomerId CAFE = new CustomerId(ACME, "cafe");
    static final CustomerId BAKERY = new CustomerId(ACME, "bakery");
    static final TenantId TENANT = new TenantId("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    static final TenantId OTHER_TENANT = new TenantId("other-tenant");
    static final Product BACKUP = new Product(new ProductCode("2048"), "Backup", TenantKind.MICROSOFT_365);
    static final Product ARCHIVE = new Product(new ProductCode("4096"), null, null);
    static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private static final Instant FIRST_NIGHT = Instant.parse("2026-11-01T02:00:00Z");
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

    private Instant now = FIRST_NIGHT;
    private SeatLedger ledger;

    LedgerContractFixture() {}

    /**
     * Opens the ledger of the running test. The first call of a test opens an empty ledger, further calls open the same recordings as
     * another process does. The ledger reads the time from the clock only.
     */
    protected abstract SeatLedger open(InstantSource clock);

    @BeforeEach
    void openLedger() {
        ledger = open(() -> now);
    }

    SeatLedger ledger() {
        return ledger;
    }

    // Time

    static Instant night(int day) {
        return FIRST_NIGHT.plus(Duration.ofDays(day - 1L));
    }

    static Instant noonAfter(int day) {
        return night(day).plus(Duration.ofHours(10));
    }

    Instant now() {
        return now;
    }

    void setClock(Instant time) {
        now = time;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    /** Returns the time of the next reading. */
    private Instant tick() {
        advance(BETWEEN_READINGS);
        return now;
    }

    // Runs

    static RunStart start(Vendor... vendors) {
        return account("account-1", vendors);
    }

    static RunStart account(String fingerprint, Vendor... vendors) {
        return new RunStart(
                "1.0", Arrays.stream(vendors).collect(Collectors.toMap(vendor -> vendor, vendor -> fingerprint)));
    }

    LedgerLease begin() {
        return Await.result(ledger.begin(start(ACME)));
    }

    void append(LedgerLease lease, LedgerReading... readings) {
        Await.result(ledger.append(lease, List.of(readings)));
    }

    LedgerRun finish(LedgerLease lease) {
        return Await.result(ledger.finish(lease, true));
    }

    /** Readings of one night. Created after the clock was set, so that they have times of the night. */
    interface NightReadings {
        Stream<LedgerReading> read();
    }

    LedgerRun record(int day, NightReadings readings) {
        return record(day, start(ACME, LICENSES), readings);
    }

    /** Records a whole run in one batch. */
    LedgerRun record(int day, RunStart start, NightReadings readings) {
        setClock(night(day));
        LedgerLease lease = Await.result(ledger.begin(start));
        List<LedgerReading> batch = readings.read().toList();
        append(lease, batch.toArray(LedgerReading[]::new));
        boolean complete = batch.stream().allMatch(reading -> reading.failure() == null);
        return Await.result(ledger.finish(lease, complete));
    }

    // Readings

    Provenance source(Vendor vendor, Dataset dataset) {
        Instant at = tick();
        return new Provenance(vendor, dataset.label(), at, "request-" + at);
    }

    LedgerReading customer(CustomerId id) {
        return customer(
                Customer.builder(id).organization("Name of " + id.value()).build());
    }

    LedgerReading customer(Customer customer) {
        return new LedgerReading.CustomerRead(
                new Observed<>(customer, source(customer.id().vendor(), Dataset.CUSTOMERS)));
    }

    LedgerReading listingEnded() {
        return new LedgerReading.CustomerListingEnded(ACME, tick(), null);
    }

    LedgerReading listingFailed() {
        return new LedgerReading.CustomerListingEnded(ACME, tick(), failure(FailureKind.TIMED_OUT, Dataset.CUSTOMERS));
    }

    /** Returns the complete listing of these customers. */
    Stream<LedgerReading> listing(CustomerId... customers) {
        List<LedgerReading> listing = new ArrayList<>();
        Arrays.stream(customers).map(this::customer).forEach(listing::add);
        listing.add(listingEnded());
        return listing.stream();
    }

    LedgerReading purchased(CustomerId customer, Product product, Quantity seats) {
        Provenance source = source(customer.vendor(), Dataset.PRODUCT_SEATS);
        PurchasedSeats row = new PurchasedSeats(customer, product, seats);
        return new LedgerReading.PurchasedSeatsRead(customer, product, new Observed<>(row, source), source.at(), null);
    }

    LedgerReading purchased(long seats) {
        return purchased(CAFE, BACKUP, Quantity.of(seats));
    }

    LedgerReading purchaseFailed(FailureKind kind) {
        return new LedgerReading.PurchasedSeatsRead(CAFE, BACKUP, null, tick(), failure(kind, Dataset.PRODUCT_SEATS));
    }

    LedgerReading tenantSeats(TenantSeats... rows) {
        Provenance source = source(ACME, Dataset.TENANT_SEATS);
        return new LedgerReading.TenantSeatsRead(
                CAFE,
                TenantKind.MICROSOFT_365,
                Arrays.stream(rows).map(row -> new Observed<>(row, source)).toList(),
                source.at(),
                null);
    }

    LedgerReading tenantSeatsFailed(FailureKind kind) {
        return new LedgerReading.TenantSeatsRead(
                CAFE, TenantKind.MICROSOFT_365, List.of(), tick(), failure(kind, Dataset.TENANT_SEATS));
    }

    static TenantSeats seats(TenantId tenant, long assigned) {
        return new TenantSeats(
                CAFE,
                new Tenant(tenant, "Tenant " + tenant, TenantKind.MICROSOFT_365),
                Quantity.of(assigned),
                Quantity.unreported());
    }

    LedgerReading licenses(LicenseConsumption... rows) {
        return licenses(TENANT, rows);
    }

    LedgerReading licenses(TenantId tenant, LicenseConsumption... rows) {
        Provenance source = source(ACME, Dataset.LICENSES);
        return new LedgerReading.LicensesRead(
                CAFE,
                tenant,
                Arrays.stream(rows).map(row -> new Observed<>(row, source)).toList(),
                source.at(),
                null);
    }

    LedgerReading licensesFailed(FailureKind kind) {
        return new LedgerReading.LicensesRead(CAFE, TENANT, List.of(), tick(), failure(kind, Dataset.LICENSES));
    }

    static LicenseConsumption license(String sku, long purchased) {
        return license(sku, Quantity.of(purchased), null);
    }

    static LicenseConsumption license(String sku, Quantity purchased, @Nullable LapsedLicenses states) {
        return new LicenseConsumption(
                CAFE,
                TENANT,
                new SkuId(sku),
                "Plan " + sku,
                purchased,
                Quantity.of(2),
                Quantity.of(-1),
                Quantity.of(30),
                states,
                true,
                List.<Offer>of(),
                null);
    }

    static VendorException failure(FailureKind kind, Dataset dataset) {
        return VendorException.builder(kind, ACME, dataset.label(), "the vendor is down: try again")
                .status(503)
                .attempts(3)
                .correlationId("request-of-the-failure")
                .missingScope("seats.read")
                .audience("tenant-1")
                .build();
    }

    static CustomerId[] customers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new CustomerId(ACME, "customer-" + number))
                .toArray(CustomerId[]::new);
    }

    // Answers

    static <T> List<T> rows(Flow.Publisher<T> publisher) {
        TestSubscriber.Outcome<T> outcome = TestSubscriber.everything(publisher);
        assertThat(outcome.failure()).isNull();
        return outcome.rows();
    }

    List<SeriesHistory> histories() {
        return rows(ledger.histories(HistoryQuery.between(night(1), LATER)));
    }

    SeriesHistory history(Predicate<LedgerItem> item, CountMetric metric) {
        List<SeriesHistory> found = histories().stream()
                .filter(history -> history.series().metric() == metric
                        && item.test(history.series().item()))
                .toList();
        assertThat(found).as("histories of %s", metric).hasSize(1);
        return found.get(0);
    }

    SeriesHistory purchases() {
        return history(item -> item.kind() == LedgerItem.Kind.PRODUCT, CountMetric.PURCHASED);
    }

    SeriesHistory listed(CustomerId customer) {
        return history(item -> item.customer().equals(customer), CountMetric.LISTED);
    }

    /** Returns the values of a history; {@code null} where the item was gone. */
    static List<@Nullable Quantity> values(SeriesHistory history) {
        return Arrays.asList(
                history.intervals().stream().map(CountInterval::value).toArray(Quantity[]::new));
    }

    static @Nullable Quantity valueAt(SeriesHistory history, Instant moment) {
        return history.at(moment).orElseThrow().value();
    }

    List<CustomerId> customersAt(Instant moment) {
        return rows(ledger.customers(ACME, moment)).stream()
                .map(customer -> customer.value().id())
                .toList();
    }

    List<LedgerReading> readings(Dataset dataset, Instant moment) {
        return Await.result(ledger.readings(CAFE, dataset, moment));
    }

    List<LicenseConsumption> licensesAt(Instant moment) {
        return readings(Dataset.LICENSES, moment).stream()
                .map(LedgerReading.LicensesRead.class::cast)
                .flatMap(read -> read.rows().stream())
                .map(Observed::value)
                .toList();
    }

    LedgerRun run(long id) {
        return rows(ledger.runs()).stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .orElseThrow();
    }

    static LedgerException refused(CompletionStage<?> stage, LedgerException.Kind kind) {
        return refused(ContractAssertions.failureOf(stage).orElse(null), kind);
    }

    static LedgerException refused(@Nullable Throwable failure, LedgerException.Kind kind) {
        if (!(failure instanceof LedgerException refusal)) {
            return fail("expected a LedgerException, not %s", failure);
        }
        assertThat(refusal.kind()).as("the kind of: %s", refusal.getMessage()).isEqualTo(kind);
        assertThat(refusal.getMessage()).as("one line").isNotBlank().doesNotContain("\n");
        assertThat(refusal).as("a failure without a library exception as cause").hasNoCause();
        return refusal;
    }

    static Map<Vendor, Integer> suspect(int missing) {
        return Map.of(ACME, missing);
    }
}
