package dev.seatport.ledger.internal;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ledger.internal.database.LedgerStore;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.record.RunRecorder;
import dev.seatport.ledger.internal.replay.HistoryReader;
import dev.seatport.ledger.internal.replay.PagedRows;
import dev.seatport.ledger.internal.replay.ReadingReader;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Ledger of one partner in a database. Thread-safe. */
public final class SqlSeatLedger implements SeatLedger {
    private static final int CUSTOMERS_PER_PAGE = 256;
    private static final int RUNS_PER_PAGE = 100;

    private final LedgerStore store;
    private final String partner;
    private final RunRecorder recorder;
    private final ReadingReader reader;

    /** Creates the ledger of a partner in a database with a current schema. */
    public SqlSeatLedger(LedgerStore store, String partner, InstantSource clock) {
        this.store = store;
        this.partner = partner;
        this.recorder = new RunRecorder(partner, clock);
        this.reader = new ReadingReader(partner);
    }

    @Override
    public CompletionStage<LedgerLease> begin(RunStart start) {
        return store.write(session -> recorder.begin(session, start));
    }

    @Override
    public CompletionStage<Void> append(LedgerLease lease, List<LedgerReading> readings) {
        List<LedgerReading> copy = List.copyOf(readings);
        CompletableFuture<Void> durable = new CompletableFuture<>();
        var unused = store.write(session -> recorder.append(session, lease, copy))
                .whenComplete((recorded, failure) -> {
                    if (failure == null) {
                        durable.complete(null);
                    } else {
                        durable.completeExceptionally(failure);
                    }
                });
        return durable;
    }

    @Override
    public CompletionStage<LedgerRun> finish(LedgerLease lease, boolean complete) {
        return store.write(session -> recorder.finish(session, lease, complete));
    }

    @Override
    public CompletionStage<LedgerRun> accept(long runId) {
        return store.write(session -> recorder.accept(session, runId));
    }

    @Override
    public Flow.Publisher<LedgerRun> runs() {
        return PagedRows.publisher(RunPages::new);
    }

    /** Position of one subscription to runs. Pages are read one after the other. */
    private final class RunPages implements PagedRows.Cursor<LedgerRun> {
        private volatile long below = Long.MAX_VALUE;

        @Override
        public CompletionStage<PagedRows.Page<LedgerRun>> next() {
            return store.read(session -> {
                // One more, so that the last page is known as such.
                List<LedgerRun> more = recorder.runs(session, below, RUNS_PER_PAGE + 1);
                List<LedgerRun> runs = more.subList(0, Math.min(more.size(), RUNS_PER_PAGE));
                if (!runs.isEmpty()) {
                    below = runs.get(runs.size() - 1).id();
                }
                return new PagedRows.Page<>(runs, runs.size() == more.size());
            });
        }
    }

    @Override
    public Flow.Publisher<Observed<Customer>> customers(Vendor vendor, Instant moment) {
        return PagedRows.publisher(() -> new CustomerPages(vendor, moment));
    }

    /** Position of one subscription to customers. Pages are read one after the other. */
    private final class CustomerPages implements PagedRows.Cursor<Observed<Customer>> {
        private final Vendor vendor;
        private final Instant moment;
        private volatile @Nullable Long account;
        private volatile long after;

        CustomerPages(Vendor vendor, Instant moment) {
            this.vendor = vendor;
            this.moment = moment;
        }

        @Override
        public CompletionStage<PagedRows.Page<Observed<Customer>>> next() {
            return store.read(this::page);
        }

        private PagedRows.Page<Observed<Customer>> page(Session session) throws SQLException {
            Long known = account;
            long current = known == null ? reader.account(session, vendor, moment) : known;
            account = current;
            // One more, so that the last page is known as such.
            Map<Long, Observed<Customer>> more =
                    reader.customers(session, current, vendor, moment, after, CUSTOMERS_PER_PAGE + 1);
            List<Observed<Customer>> customers = new ArrayList<>();
            more.forEach((item, customer) -> {
                if (customers.size() < CUSTOMERS_PER_PAGE) {
                    customers.add(customer);
                    after = item;
                }
            });
            boolean last = customers.size() == more.size();
            return new PagedRows.Page<>(
                    customers, last, last ? reader.listingFailure(session, current, vendor, moment) : null);
        }
    }

    @Override
    public CompletionStage<List<LedgerReading>> readings(CustomerId customer, Dataset dataset, Instant moment) {
        return store.read(session -> reader.readings(session, customer, dataset, moment));
    }

    @Override
    public Flow.Publisher<SeriesHistory> histories(HistoryQuery query) {
        return PagedRows.publisher(() -> {
            HistoryReader pages = new HistoryReader(partner, query);
            return () -> store.read(pages::next);
        });
    }
}
