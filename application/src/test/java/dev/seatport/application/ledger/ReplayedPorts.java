package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.testkit.fake.InMemorySeatLedger;
import dev.seatport.testkit.wait.Await;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Ledger with the data of {@link RecordedPorts}. Counts each query as a request. */
final class ReplayedPorts implements SeatLedger {
    private static final Instant RECORDED = Instant.parse("2026-11-01T03:00:00Z");
    private static final Instant MOMENT = RECORDED.plusSeconds(60);

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final SeatLedger ledger = new InMemorySeatLedger(InstantSource.fixed(RECORDED));

    ReplayedPorts() {
        List<LedgerReading> readings = new ArrayList<>();
        RecordedPorts.CUSTOMERS.forEach(row -> readings.add(new LedgerReading.CustomerRead(observed(row))));
        readings.add(new LedgerReading.CustomerListingEnded(RecordedPorts.VENDOR, RECORDED, null));
        readings.add(new LedgerReading.TenantSeatsRead(
                RecordedPorts.CAFE,
                TenantKind.MICROSOFT_365,
                RecordedPorts.SEATS.stream().map(ReplayedPorts::observed).toList(),
                RECORDED,
                null));
        readings.add(new LedgerReading.LicensesRead(
                RecordedPorts.CAFE,
                RecordedPorts.TENANT,
                RecordedPorts.LICENSES.stream().map(ReplayedPorts::observed).toList(),
                RECORDED,
                null));
        record(readings);
    }

    private static <T> Observed<T> observed(T row) {
        return new Observed<>(row, new Provenance(RecordedPorts.VENDOR, "recorded", RECORDED, null));
    }

    /** Records readings in a run of their own. */
    void record(List<LedgerReading> readings) {
        LedgerLease lease = Await.result(ledger.begin(new RunStart("1.4", Map.of(RecordedPorts.VENDOR, "a"))));
        Await.result(ledger.append(lease, readings).thenApply(nothing -> true));
        Await.result(ledger.finish(lease, true));
    }

    LedgerSources sources() {
        return LedgerSources.asOf(this, MOMENT);
    }

    @Override
    public Flow.Publisher<Observed<Customer>> customers(Vendor vendor, Instant moment) {
        return Multi.createFrom()
                .deferred(() -> Multi.createFrom()
                        .publisher(ledger.customers(vendor, moment))
                        .onRequest()
                        .invoke(new FirstRequest(() -> requests.add("the listing"))::run));
    }

    /** Runs an action once. */
    private static final class FirstRequest {
        private final Runnable action;
        private boolean ran;

        FirstRequest(Runnable action) {
            this.action = action;
        }

        void run() {
            if (!ran) {
                ran = true;
                action.run();
            }
        }
    }

    @Override
    public CompletionStage<List<LedgerReading>> readings(CustomerId customer, Dataset dataset, Instant moment) {
        requests.add(customer.value() + " " + dataset.label());
        return ledger.readings(customer, dataset, moment);
    }

    @Override
    public CompletionStage<LedgerLease> begin(RunStart start) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> append(LedgerLease lease, List<LedgerReading> readings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<LedgerRun> finish(LedgerLease lease, boolean complete) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<LedgerRun> accept(long runId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flow.Publisher<LedgerRun> runs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flow.Publisher<SeriesHistory> histories(HistoryQuery query) {
        throw new UnsupportedOperationException();
    }
}
