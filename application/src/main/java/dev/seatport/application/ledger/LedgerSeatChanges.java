package dev.seatport.application.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.AccountRuns;
import dev.seatport.domain.ledger.SeatChange;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.IncomparableVendor;
import dev.seatport.ports.ledger.SeatChangeReport;
import dev.seatport.ports.ledger.SeatChanges;
import dev.seatport.ports.ledger.SeatChangesRequest;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.ports.ledger.UnreadCustomer;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Changes of recorded counts, from a ledger. Thread-safe, if the ledger is. */
public final class LedgerSeatChanges implements SeatChanges {
    private final SeatLedger ledger;

    /** Creates the use case over a ledger. */
    public LedgerSeatChanges(SeatLedger ledger) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
    }

    @Override
    public CompletionStage<SeatChangeReport> changes(SeatChangesRequest request) {
        HistoryQuery query = HistoryQuery.between(request.from(), request.to())
                .forCustomers(request.customers())
                .forMetrics(request.metrics());
        return AccountTimeline.of(ledger)
                .flatMap(timeline -> Multi.createFrom()
                        .publisher(ledger.histories(query))
                        .collect()
                        .in(() -> new Collector(request, timeline), Collector::add)
                        .map(Collector::report))
                .subscribeAsCompletionStage();
    }

    /** Collects the changes and the unread days of one history after the other. Confined to the subscription. */
    private static final class Collector {
        private final SeatChangesRequest request;
        private final AccountTimeline timeline;
        private final List<IncomparableVendor> incomparable;
        private final Map<Vendor, AccountRuns> runs = new HashMap<>();
        private final List<SeatChange> changes = new ArrayList<>();
        private final Map<CustomerId, SortedSet<LocalDate>> unread = new TreeMap<>();
        private final Map<CustomerId, String> names = new HashMap<>();

        Collector(SeatChangesRequest request, AccountTimeline timeline) {
            this.request = request;
            this.timeline = timeline;
            this.incomparable = timeline.incomparable(request.from(), request.to());
        }

        void add(SeriesHistory history) {
            CustomerId customer = history.series().item().customer();
            Instant from = comparableFrom(customer.vendor());
            if (!from.isAfter(request.to())) {
                history.changes(from, request.to()).stream()
                        .filter(change ->
                                request.kinds().isEmpty() || request.kinds().contains(change.kind()))
                        .forEach(changes::add);
            }
            LocalDate first = request.from().atZone(request.zone()).toLocalDate();
            List<LocalDate> days = runs(customer.vendor()).unreadDays(history, request.zone()).stream()
                    .filter(day -> !day.isBefore(first))
                    .toList();
            if (!days.isEmpty()) {
                unread.computeIfAbsent(customer, unused -> new TreeSet<>()).addAll(days);
                String name = history.names().customer();
                if (name != null) {
                    names.put(customer, name);
                }
            }
        }

        private Instant comparableFrom(Vendor vendor) {
            return incomparable.stream()
                    .filter(candidate -> candidate.vendor().equals(vendor))
                    .map(IncomparableVendor::since)
                    .findFirst()
                    .orElse(request.from());
        }

        private AccountRuns runs(Vendor vendor) {
            return runs.computeIfAbsent(vendor, unused -> timeline.runs(vendor, request.to(), request.to()));
        }

        SeatChangeReport report() {
            List<UnreadCustomer> customers = new ArrayList<>();
            unread.forEach((customer, days) ->
                    customers.add(new UnreadCustomer(customer, nameOf(customer), List.copyOf(days))));
            return new SeatChangeReport(
                    timeline.suspects(request.from(), request.to()), incomparable, changes, customers);
        }

        private @Nullable String nameOf(CustomerId customer) {
            return names.get(customer);
        }
    }
}
