package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.CountInterval;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.CountSeries;
import dev.seatport.domain.ledger.ItemNames;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.listing.ListingResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * History of one account of a vendor, as a log from which each answer is computed. Guarded by the lock of the ledger.
 */
final class RecordedAccount {
    private static final int MIN_SUSPECT_CUSTOMERS = 5;
    private static final int SUSPECT_SHARE = 10;

    private final Vendor vendor;
    private final Map<LedgerPart, RecordedPart> parts = new LinkedHashMap<>();
    private final Map<CustomerId, List<RecordedPart>> partsOfCustomers = new HashMap<>();
    private final Map<LedgerItem, RecordedItem> items = new LinkedHashMap<>();
    private final List<RecordedRun> runs = new ArrayList<>();
    private final Map<TenantKey, String> tenantNames = new HashMap<>();

    private record TenantKey(CustomerId customer, TenantId tenant) {}

    RecordedAccount(Vendor vendor) {
        this.vendor = vendor;
    }

    void begin(RecordedRun run) {
        runs.add(run);
    }

    private RecordedPart newPart(LedgerPart key) {
        RecordedPart part = new RecordedPart(key);
        if (key.customer() != null) {
            partsOfCustomers
                    .computeIfAbsent(key.customer(), customer -> new ArrayList<>())
                    .add(part);
        }
        return part;
    }

    private Stream<RecordedPart> partsOf(CustomerId customer) {
        return partsOfCustomers.getOrDefault(customer, List.of()).stream();
    }

    private RecordedItem recorded(LedgerItem item) {
        return Objects.requireNonNull(items.get(item));
    }

    /** Records a reading, unless the run has recorded it before. */
    void record(LedgerReading reading, RecordedRun run) {
        RecordedPart part = parts.computeIfAbsent(LedgerPart.of(reading), this::newPart);
        Optional<Instant> at = part.record(reading, run);
        if (at.isEmpty()
                || !RecordedPart.isComplete(reading)
                || reading instanceof LedgerReading.CustomerListingEnded) {
            return;
        }
        RecordedRows rows = RecordedRows.of(reading);
        Set<LedgerItem> listed = new HashSet<>();
        for (RecordedRows.Row row : rows.rows()) {
            listed.add(row.item());
            items.computeIfAbsent(row.item(), item -> part.add(new RecordedItem(item, items.size(), part)))
                    .record(row, at.get(), run);
            learnTenantNames(row.value());
        }
        part.items().stream().filter(item -> !listed.contains(item.item)).forEach(item -> item.gone(at.get(), run));
        if (reading instanceof LedgerReading.CustomerRead read) {
            endLicensesOfUnlistedTenants(read.customer().value(), at.get(), run);
        }
    }

    private void learnTenantNames(Object row) {
        if (row instanceof Customer customer) {
            customer.tenants().ifPresent(tenants -> tenants.forEach(tenant -> learnName(customer.id(), tenant)));
        } else if (row instanceof TenantSeats seats) {
            learnName(seats.customer(), seats.tenant());
        }
    }

    private void learnName(CustomerId customer, Tenant tenant) {
        if (tenant.name() != null) {
            tenantNames.put(new TenantKey(customer, tenant.id()), tenant.name());
        }
    }

    private void endLicensesOfUnlistedTenants(Customer customer, Instant at, RecordedRun run) {
        if (!customer.isTenantListComplete()) {
            return;
        }
        Set<String> listed = customer.tenants().orElseThrow().stream()
                .map(tenant -> tenant.id().canonical())
                .collect(Collectors.toSet());
        partsOf(customer.id())
                .filter(part -> part.key.dataset() == Dataset.LICENSES)
                .filter(part -> !listed.contains(part.key.code()))
                .forEach(part -> end(part, at, run));
    }

    private void end(RecordedPart part, Instant at, RecordedRun run) {
        part.items().forEach(item -> item.gone(at, run));
        part.withdraw(at, run);
    }

    /** Ends a run: customers that its complete listing lacks are gone, or the run is suspect. */
    void finish(RecordedRun run) {
        RecordedPart listing = parts.get(LedgerPart.listing(vendor));
        if (listing == null || !listing.isCompleteIn(run)) {
            return;
        }
        List<RecordedItem> before = customers()
                .filter(customer -> customer.isInForceSinceBefore(run))
                .toList();
        Set<CustomerId> missing = before.stream()
                .filter(customer -> !customer.part.isCompleteIn(run))
                .map(customer -> customer.item.customer())
                .collect(Collectors.toSet());
        if (missing.size() >= MIN_SUSPECT_CUSTOMERS && missing.size() * SUSPECT_SHARE > before.size()) {
            run.missing.put(vendor, missing);
        } else {
            missing.forEach(customer -> end(customer, listing.lastAt(run), run));
        }
    }

    /** Records that the customers that a suspect run lacks are gone since that run, unless a later run has read them. */
    void accept(RecordedRun run) {
        Instant at =
                Objects.requireNonNull(parts.get(LedgerPart.listing(vendor))).lastAt(run);
        stillMissing(run).forEach(customer -> end(customer, at, run));
    }

    Set<CustomerId> stillMissing(RecordedRun run) {
        return run.missing.getOrDefault(vendor, Set.of()).stream()
                .filter(customer -> {
                    RecordedItem recorded = recorded(RecordedRows.customerItem(customer));
                    return recorded.isInForce() && !recorded.part.isCompleteAfter(run);
                })
                .collect(Collectors.toSet());
    }

    private void end(CustomerId customer, Instant at, RecordedRun run) {
        partsOf(customer).forEach(part -> end(part, at, run));
    }

    private Stream<RecordedItem> customers() {
        return items.values().stream().filter(item -> item.item.kind() == LedgerItem.Kind.CUSTOMER);
    }

    ListingResult<Observed<Customer>> customersAt(Instant moment) {
        List<Observed<Customer>> rows = customers()
                .filter(customer -> customer.provenanceAt(moment).isPresent())
                .flatMap(customer -> replay(customer.part, moment).stream())
                .map(reading -> ((LedgerReading.CustomerRead) reading).customer())
                .toList();
        VendorException failure = Optional.ofNullable(parts.get(LedgerPart.listing(vendor)))
                .flatMap(listing -> listing.at(moment))
                .map(RecordedPart.Entry::reading)
                .map(LedgerReading::failure)
                .orElse(null);
        return new ListingResult<>(rows, failure);
    }

    List<LedgerReading> readingsAt(CustomerId customer, Dataset dataset, Instant moment) {
        RecordedItem listed = items.get(RecordedRows.customerItem(customer));
        if (listed != null && listed.isGoneAt(moment)) {
            return List.of();
        }
        return partsOf(customer)
                .filter(part -> part.key.dataset() == dataset)
                .flatMap(part -> replay(part, moment).stream())
                .toList();
    }

    private Optional<LedgerReading> replay(RecordedPart part, Instant moment) {
        return part.at(moment)
                .flatMap(entry -> Optional.ofNullable(entry.reading()))
                .map(reading -> RecordedPart.isComplete(reading)
                        ? complete(reading, rowsAt(reading, moment))
                        : withoutRows(reading));
    }

    /** Returns the rows that were in force, those first that were recorded first. */
    private List<Observed<?>> rowsAt(LedgerReading reading, Instant moment) {
        return RecordedRows.of(reading).rows().stream()
                .sorted(Comparator.comparingInt(row -> recorded(row.item()).number))
                .<Observed<?>>flatMap(row -> recorded(row.item()).provenanceAt(moment).stream()
                        .map(provenance -> new Observed<>(row.value(), provenance)))
                .toList();
    }

    private static LedgerReading complete(LedgerReading reading, List<Observed<?>> rows) {
        if (reading instanceof LedgerReading.TenantSeatsRead read) {
            return new LedgerReading.TenantSeatsRead(
                    read.customer(), read.kind(), cast(rows, TenantSeats.class), read.at(), null);
        }
        if (reading instanceof LedgerReading.PurchasedSeatsRead read) {
            List<Observed<PurchasedSeats>> seats = cast(rows, PurchasedSeats.class);
            return new LedgerReading.PurchasedSeatsRead(
                    read.customer(), read.product(), seats.isEmpty() ? null : seats.get(0), read.at(), null);
        }
        if (reading instanceof LedgerReading.LicensesRead read) {
            return new LedgerReading.LicensesRead(
                    read.customer(), read.tenant(), cast(rows, LicenseConsumption.class), read.at(), null);
        }
        return new LedgerReading.CustomerRead(cast(rows, Customer.class).get(0));
    }

    private static <T> List<Observed<T>> cast(List<Observed<?>> rows, Class<T> type) {
        return rows.stream()
                .map(row -> new Observed<>(type.cast(row.value()), row.provenance()))
                .toList();
    }

    private static LedgerReading withoutRows(LedgerReading reading) {
        if (reading instanceof LedgerReading.TenantSeatsRead read) {
            return new LedgerReading.TenantSeatsRead(
                    read.customer(), read.kind(), List.of(), read.at(), read.failure());
        }
        if (reading instanceof LedgerReading.PurchasedSeatsRead read) {
            return new LedgerReading.PurchasedSeatsRead(
                    read.customer(), read.product(), null, read.at(), read.failure());
        }
        if (reading instanceof LedgerReading.LicensesRead read) {
            return new LedgerReading.LicensesRead(read.customer(), read.tenant(), List.of(), read.at(), read.failure());
        }
        return reading;
    }

    /** Returns the histories of the query, ordered by customer and then by the first recording. */
    List<SeriesHistory> histories(HistoryQuery query) {
        return items.values().stream()
                .filter(item -> query.customers().isEmpty() || query.customers().contains(item.item.customer()))
                .sorted(Comparator.comparing(item -> item.item.customer()))
                .flatMap(item -> item.counts().keySet().stream()
                        .filter(metric ->
                                query.metrics().isEmpty() || query.metrics().contains(metric))
                        .flatMap(metric -> history(item, metric, query).stream()))
                .toList();
    }

    private Optional<SeriesHistory> history(RecordedItem item, CountMetric metric, HistoryQuery query) {
        List<RecordedItem.Entry> entries = item.counts().getOrDefault(metric, List.of());
        List<CountInterval> intervals = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            CountInterval interval = interval(item.part, entries, i);
            Instant until = interval.until();
            if (!interval.since().isAfter(query.to()) && (until == null || until.isAfter(query.from()))) {
                intervals.add(interval);
            }
        }
        boolean counted = intervals.stream().anyMatch(interval -> !interval.isGone());
        boolean changed =
                intervals.stream().anyMatch(interval -> interval.since().isAfter(query.from()));
        if (!counted || (query.changedOnly() && !changed)) {
            return Optional.empty();
        }
        Instant first = intervals.get(0).since();
        List<Instant> unread = runs.stream()
                .filter(run -> isUnread(item.part, entries, run))
                .map(run -> run.started)
                .filter(started -> !started.isBefore(first) && !started.isAfter(query.to()))
                .toList();
        return Optional.of(new SeriesHistory(new CountSeries(item.item, metric), names(item), intervals, unread));
    }

    private CountInterval interval(RecordedPart part, List<RecordedItem.Entry> entries, int index) {
        RecordedItem.Entry entry = entries.get(index);
        RecordedItem.@Nullable Entry next = index + 1 < entries.size() ? entries.get(index + 1) : null;
        Instant lastRead = entry.since();
        if (entry.value() != null) {
            lastRead = runs.stream()
                    .filter(run -> run.id() > entry.run().id())
                    .filter(run -> next == null || run.id() < next.run().id())
                    .filter(part::isCompleteIn)
                    .map(run -> run.started)
                    .reduce(lastRead, RecordedRun::later);
        }
        return new CountInterval(
                entry.since(), lastRead, next == null ? null : next.since(), entry.value(), entry.provenance());
    }

    /** Returns whether the count had a value, and the run neither read it nor found it gone. */
    private static boolean isUnread(RecordedPart part, List<RecordedItem.Entry> entries, RecordedRun run) {
        return !part.isCompleteIn(run)
                && entries.stream()
                        .filter(entry -> entry.run().id() <= run.id())
                        .reduce((one, other) -> other)
                        .map(last -> last.value() != null)
                        .orElse(false);
    }

    private ItemNames names(RecordedItem item) {
        LedgerItem id = item.item;
        RecordedItem customer = items.get(RecordedRows.customerItem(id.customer()));
        TenantId tenant = id.tenant();
        return new ItemNames(
                customer == null ? null : customer.name(),
                tenant == null ? null : tenantNames.get(new TenantKey(id.customer(), tenant)),
                id.kind() == LedgerItem.Kind.CUSTOMER ? null : item.name());
    }
}
