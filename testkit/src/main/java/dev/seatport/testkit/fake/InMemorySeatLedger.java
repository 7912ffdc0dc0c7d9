package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.ports.listing.ListingResult;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fake of {@link SeatLedger} that keeps each reading in memory and computes each answer from all of them. It is the model with which
 * ledgers in databases are compared. Completes on the thread of the caller. Thread-safe.
 */
public final class InMemorySeatLedger implements SeatLedger {
    private final InstantSource clock;
    private final Store store;

    /** What several ledgers share. Its monitor guards everything that is recorded. */
    private static final class Store {
        private final List<RecordedRun> runs = new ArrayList<>();
        private final Map<AccountKey, RecordedAccount> accounts = new LinkedHashMap<>();
        private final Map<AccountKey, RecordedRun> holders = new HashMap<>();
        private final Map<Vendor, List<AccountSwitch>> switches =
                new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    }

    private record AccountKey(Vendor vendor, String fingerprint) {}

    /** First reading of a vendor with another account than before. */
    private record AccountSwitch(Instant at, AccountKey account) {}

    /** Creates an empty ledger. */
    public InMemorySeatLedger(InstantSource clock) {
        this(clock, new Store());
    }

    private InMemorySeatLedger(InstantSource clock, Store store) {
        this.clock = clock;
        this.store = store;
    }

    /** Returns a second ledger on the same recordings, as another process with its own clock has it. */
    public InMemorySeatLedger withClock(InstantSource other) {
        return new InMemorySeatLedger(other, store);
    }

    @Override
    public CompletionStage<LedgerLease> begin(RunStart start) {
        return locked(() -> {
            Instant now = now();
            List<AccountKey> accounts = accounts(start);
            accounts.forEach(account -> requireFree(account, now));
            long id = store.runs.size() + 1L;
            RecordedRun run = new RecordedRun(new LedgerLease(id, id), start, startOf(start, now), now);
            store.runs.add(run);
            for (AccountKey account : accounts) {
                store.holders.put(account, run);
                store.accounts
                        .computeIfAbsent(account, key -> new RecordedAccount(key.vendor))
                        .begin(run);
            }
            return run.lease;
        });
    }

    private void requireFree(AccountKey account, Instant now) {
        RecordedRun holder = store.holders.get(account);
        if (holder != null && holder.leaseEnd().isAfter(now)) {
            throw new LedgerException(
                    LedgerException.Kind.BUSY,
                    "run " + holder.id() + " records " + account.vendor + " since " + holder.started
                            + ": wait until it ends; if its process was killed, try again after " + holder.leaseEnd());
        }
    }

    /** A clock may jump back, but a run does not start before the last recorded instant of its vendors. */
    private Instant startOf(RunStart start, Instant now) {
        return store.runs.stream()
                .filter(run -> run.start.accounts().keySet().stream().anyMatch(start.accounts()::containsKey))
                .map(RecordedRun::lastRecorded)
                .reduce(now, RecordedRun::later);
    }

    @Override
    public CompletionStage<Void> append(LedgerLease lease, List<LedgerReading> readings) {
        return locked(() -> {
            RecordedRun run = holding(lease);
            for (LedgerReading reading : readings) {
                if (!run.start.accounts().containsKey(reading.vendor())) {
                    throw new LedgerException(
                            LedgerException.Kind.CONFLICT,
                            "run " + run.id() + " was started without " + reading.vendor()
                                    + ": start a run with the account of this vendor");
                }
            }
            run.renew(now());
            readings.forEach(reading -> record(reading, run));
            return null;
        });
    }

    private void record(LedgerReading reading, RecordedRun run) {
        AccountKey account = accountOf(run, reading.vendor());
        List<AccountSwitch> switches = store.switches.computeIfAbsent(account.vendor, vendor -> new ArrayList<>());
        if (switches.isEmpty() || !switches.get(switches.size() - 1).account.equals(account)) {
            switches.add(new AccountSwitch(run.effective(reading.at()), account));
        }
        recorded(account).record(reading, run);
    }

    @Override
    public CompletionStage<LedgerRun> finish(LedgerLease lease, boolean complete) {
        return locked(() -> {
            RecordedRun run = holding(lease);
            for (AccountKey account : accounts(run.start)) {
                recorded(account).finish(run);
                store.holders.remove(account);
            }
            run.end(now(), complete);
            return view(run);
        });
    }

    @Override
    public CompletionStage<LedgerRun> accept(long runId) {
        return locked(() -> {
            RecordedRun run = store.runs.stream()
                    .filter(candidate -> candidate.id() == runId)
                    .findFirst()
                    .orElseThrow(() -> new LedgerException(
                            LedgerException.Kind.NOT_FOUND,
                            "run " + runId + " was not found: list the runs of the ledger"));
            Map<Vendor, Integer> suspect = suspect(run);
            if (suspect.isEmpty()) {
                throw new LedgerException(
                        LedgerException.Kind.CONFLICT, "run " + runId + " is not suspect: there is nothing to accept");
            }
            suspect.keySet().forEach(vendor -> recorded(accountOf(run, vendor)).accept(run));
            return view(run);
        });
    }

    @Override
    public Flow.Publisher<LedgerRun> runs() {
        return publisher(() -> {
            List<LedgerRun> latestFirst = new ArrayList<>();
            store.runs.forEach(run -> latestFirst.add(0, view(run)));
            return new ListingResult<>(latestFirst, null);
        });
    }

    @Override
    public Flow.Publisher<Observed<Customer>> customers(Vendor vendor, Instant moment) {
        return publisher(() -> {
            RecordedAccount account = accountAt(vendor, moment);
            if (account == null) {
                throw new LedgerException(
                        LedgerException.Kind.NOT_FOUND,
                        "no reading of " + vendor + " was recorded until " + moment + ": choose a later moment");
            }
            return account.customersAt(moment);
        });
    }

    @Override
    public CompletionStage<List<LedgerReading>> readings(CustomerId customer, Dataset dataset, Instant moment) {
        return locked(() -> {
            RecordedAccount account = accountAt(customer.vendor(), moment);
            return account == null ? List.of() : account.readingsAt(customer, dataset, moment);
        });
    }

    @Override
    public Flow.Publisher<SeriesHistory> histories(HistoryQuery query) {
        return publisher(() -> {
            List<SeriesHistory> histories = new ArrayList<>();
            for (Vendor vendor : store.switches.keySet()) {
                RecordedAccount account = accountAt(vendor, query.to());
                if (account != null) {
                    histories.addAll(account.histories(query));
                }
            }
            return new ListingResult<>(histories, null);
        });
    }

    private RecordedRun holding(LedgerLease lease) {
        RecordedRun run = store.runs.stream()
                .filter(candidate -> candidate.lease.equals(lease))
                .findFirst()
                .orElseThrow(() -> lost(lease, "is not of this ledger"));
        if (run.hasEnded()) {
            throw lost(lease, "has ended");
        }
        for (AccountKey account : accounts(run.start)) {
            RecordedRun holder = store.holders.get(account);
            if (holder != run) {
                throw lost(lease, "has lost the lease of " + account.vendor + " to another run");
            }
        }
        return run;
    }

    private static LedgerException lost(LedgerLease lease, String why) {
        return new LedgerException(
                LedgerException.Kind.LEASE_LOST,
                "run " + lease.runId() + " " + why + ": start a new run; the readings recorded so far are kept");
    }

    private @Nullable RecordedAccount accountAt(Vendor vendor, Instant moment) {
        return store.switches.getOrDefault(vendor, List.of()).stream()
                .filter(change -> !change.at.isAfter(moment))
                .reduce((one, other) -> other)
                .map(change -> store.accounts.get(change.account))
                .orElse(null);
    }

    private static List<AccountKey> accounts(RunStart start) {
        return start.accounts().entrySet().stream()
                .map(account -> new AccountKey(account.getKey(), account.getValue()))
                .toList();
    }

    private static AccountKey accountOf(RecordedRun run, Vendor vendor) {
        return new AccountKey(
                vendor, Objects.requireNonNull(run.start.accounts().get(vendor)));
    }

    private RecordedAccount recorded(AccountKey account) {
        return Objects.requireNonNull(store.accounts.get(account));
    }

    private LedgerRun view(RecordedRun run) {
        return run.toRun(suspect(run));
    }

    private Map<Vendor, Integer> suspect(RecordedRun run) {
        Map<Vendor, Integer> suspect = new HashMap<>();
        for (AccountKey account : accounts(run.start)) {
            int missing = recorded(account).stillMissing(run).size();
            if (missing > 0) {
                suspect.put(account.vendor, missing);
            }
        }
        return suspect;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> CompletionStage<T> locked(Supplier<T> action) {
        synchronized (store) {
            try {
                return CompletableFuture.completedFuture(action.get());
            } catch (LedgerException e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    private <T> Flow.Publisher<T> publisher(Supplier<ListingResult<T>> rows) {
        return new RowPublisher<>(() -> {
            synchronized (store) {
                return rows.get();
            }
        });
    }
}
