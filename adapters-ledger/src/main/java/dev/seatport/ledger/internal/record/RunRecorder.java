package dev.seatport.ledger.internal.record;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.ledger.internal.database.Instants;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.rows.ReadingEncoder;
import dev.seatport.ledger.internal.rows.StoredReading;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Recording of the runs of one partner. Each method is the work of one writing transaction. Thread-safe. */
public final class RunRecorder {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MIN_SUSPECT_CUSTOMERS = 5;
    private static final int SUSPECT_SHARE = 10;
    /** Bounds the memory. */
    private static final int CUSTOMERS_PER_STEP = 500;

    private static final String LISTED_CUSTOMERS =
            "FROM item i JOIN request q ON q.request_id = i.request_id JOIN observation o ON o.item_id = i.item_id AND o.metric = 0 "
                    + "AND o.until IS NULL AND o.state <> 4 ";

    private final String partner;
    private final InstantSource clock;
    private final LeaseOwner owner = LeaseOwner.current();

    /** Creates the recorder of a partner. */
    public RunRecorder(String partner, InstantSource clock) {
        this.partner = partner;
        this.clock = clock;
    }

    /** Starts a run. */
    public LedgerLease begin(Session session, RunStart start) throws SQLException {
        long now = now();
        Map<String, Long> accounts = new TreeMap<>();
        for (Map.Entry<Vendor, String> account : start.accounts().entrySet()) {
            accounts.put(account.getKey().name(), account(session, account.getKey(), account.getValue()));
        }
        for (Map.Entry<String, Long> account : accounts.entrySet()) {
            requireFree(session, account.getKey(), account.getValue(), now);
        }
        long started = Math.max(now, lastRecorded(session, List.copyOf(accounts.keySet())));
        long run = session.number("SELECT COALESCE(MAX(run_id), 0) + 1 FROM run");
        session.update(
                "INSERT INTO run (run_id, partner, started, last_at, status, version) VALUES (?, ?, ?, ?, 'started', ?)",
                run,
                partner,
                started,
                started,
                start.version());
        for (long account : accounts.values()) {
            session.update("INSERT INTO run_account (run_id, account_id) VALUES (?, ?)", run, account);
            session.update(
                    "INSERT INTO lease (account_id, run_id, owner_host, owner_process, owner_started, until) "
                            + "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET run_id = excluded.run_id, "
                            + "owner_host = excluded.owner_host, owner_process = excluded.owner_process, "
                            + "owner_started = excluded.owner_started, until = excluded.until",
                    account,
                    run,
                    owner.host(),
                    owner.process(),
                    owner.started(),
                    leaseEnd(now));
        }
        return new LedgerLease(run, run);
    }

    private long now() {
        return Instants.micros(clock.instant());
    }

    private static long leaseEnd(long now) {
        return now + LEASE.toNanos() / 1_000;
    }

    private long account(Session session, Vendor vendor, String fingerprint) throws SQLException {
        long known = session.number(
                "SELECT account_id FROM account WHERE partner = ? AND vendor = ? AND fingerprint = ?",
                partner,
                vendor.name(),
                fingerprint);
        if (known > 0) {
            return known;
        }
        long added = session.number("SELECT COALESCE(MAX(account_id), 0) + 1 FROM account");
        session.update(
                "INSERT INTO account (account_id, partner, vendor, fingerprint) VALUES (?, ?, ?, ?)",
                added,
                partner,
                vendor.name(),
                fingerprint);
        return added;
    }

    private void requireFree(Session session, String vendor, long account, long now) throws SQLException {
        record Holder(long run, long started, LeaseOwner owner, long until) {}
        List<Holder> holders = session.list(
                "SELECT l.run_id, r.started, l.owner_host, l.owner_process, l.owner_started, l.until FROM lease l "
                        + "JOIN run r ON r.run_id = l.run_id WHERE l.account_id = ? AND l.until > ?",
                row -> new Holder(
                        row.getLong(1),
                        row.getLong(2),
                        new LeaseOwner(row.getString(3), row.getLong(4), row.getLong(5)),
                        row.getLong(6)),
                account,
                now);
        for (Holder holder : holders) {
            if (!holder.owner().hasEnded(owner)) {
                throw new LedgerException(
                        LedgerException.Kind.BUSY,
                        "run " + holder.run() + " records " + vendor + " since " + Instants.instant(holder.started())
                                + " (process " + holder.owner().process() + " on "
                                + holder.owner().host()
                                + "): wait until it ends; if its process was killed, try again after "
                                + Instants.instant(holder.until()));
            }
        }
    }

    /** A clock may jump back, but a run does not start before the last recorded instant of its vendors. */
    private long lastRecorded(Session session, List<String> vendors) throws SQLException {
        return session.number(
                "SELECT MAX(COALESCE(r.finished, r.last_at)) FROM run r JOIN run_account ra ON ra.run_id = r.run_id "
                        + "JOIN account a ON a.account_id = ra.account_id WHERE a.partner = ? AND "
                        + session.inTexts("a.vendor"),
                partner,
                new Session.Texts(vendors));
    }

    /** Records readings, and returns their number. */
    public int append(Session session, LedgerLease lease, List<LedgerReading> readings) throws SQLException {
        RunState run = held(session, lease);
        for (LedgerReading reading : readings) {
            if (!run.accounts().containsKey(reading.vendor())) {
                throw new LedgerException(
                        LedgerException.Kind.CONFLICT,
                        "run " + run.id() + " was started without " + reading.vendor()
                                + ": start a run with the account of this vendor");
            }
        }
        session.update("UPDATE lease SET until = ? WHERE run_id = ?", leaseEnd(now()), run.id());
        if (readings.isEmpty()) {
            return 0;
        }
        List<StoredReading> stored =
                readings.stream().map(ReadingEncoder::encode).toList();
        ReadingRecorder recorder = new ReadingRecorder(session, run);
        recorder.load(stored);
        for (StoredReading reading : stored) {
            recorder.record(reading);
        }
        recorder.flush();
        session.update("UPDATE run SET last_at = ? WHERE run_id = ?", recorder.lastAt(), run.id());
        recordFirst(session, run, readings);
        return readings.size();
    }

    /** The first reading of a vendor begins the history of its account. */
    private static void recordFirst(Session session, RunState run, List<LedgerReading> readings) throws SQLException {
        Map<Vendor, Long> first = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        for (LedgerReading reading : readings) {
            first.putIfAbsent(reading.vendor(), run.effective(Instants.micros(reading.at())));
        }
        for (Map.Entry<Vendor, Long> vendor : first.entrySet()) {
            session.update(
                    "UPDATE run_account SET first_at = ? WHERE run_id = ? AND account_id = ? AND first_at IS NULL",
                    vendor.getValue(),
                    run.id(),
                    run.account(vendor.getKey()));
        }
    }

    private RunState held(Session session, LedgerLease lease) throws SQLException {
        record Header(long started, long lastAt, boolean hasEnded) {}
        Header header = session.first(
                        "SELECT started, last_at, finished FROM run WHERE run_id = ? AND partner = ?",
                        row -> {
                            long started = row.getLong(1);
                            long lastAt = row.getLong(2);
                            row.getLong(3);
                            return new Header(started, lastAt, !row.wasNull());
                        },
                        lease.runId(),
                        partner)
                .orElseThrow(() -> lost(lease, "is not of this ledger"));
        if (lease.epoch() != lease.runId()) {
            throw lost(lease, "is not of this ledger");
        }
        if (header.hasEnded()) {
            throw lost(lease, "has ended");
        }
        RunState run = new RunState(lease.runId(), header.started(), header.lastAt(), accounts(session, lease.runId()));
        for (Map.Entry<Vendor, Long> account : run.accounts().entrySet()) {
            long holder = session.number("SELECT run_id FROM lease WHERE account_id = ?", account.getValue());
            if (holder != run.id()) {
                throw lost(lease, "has lost the lease of " + account.getKey() + " to another run");
            }
        }
        return run;
    }

    private static LedgerException lost(LedgerLease lease, String why) {
        return new LedgerException(
                LedgerException.Kind.LEASE_LOST,
                "run " + lease.runId() + " " + why + ": start a new run; the readings recorded so far are kept");
    }

    private static Map<Vendor, Long> accounts(Session session, long run) throws SQLException {
        Map<Vendor, Long> accounts = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        session.each(
                "SELECT a.vendor, a.account_id FROM run_account ra JOIN account a ON a.account_id = ra.account_id WHERE ra.run_id = ?",
                row -> accounts.put(new Vendor(row.getString(1)), row.getLong(2)),
                run);
        return accounts;
    }

    /** Ends a run. */
    public LedgerRun finish(Session session, LedgerLease lease, boolean complete) throws SQLException {
        RunState run = held(session, lease);
        for (long account : run.accounts().values()) {
            endMissingCustomers(session, run, account);
            for (Dataset dataset : Dataset.values()) {
                fold(session, run, account, dataset.label());
            }
        }
        session.update("DELETE FROM lease WHERE run_id = ?", run.id());
        session.update(
                "UPDATE run SET finished = ?, status = ? WHERE run_id = ?",
                Math.max(now(), run.lastAt()),
                complete ? "complete" : "incomplete",
                run.id());
        return view(session, run.id());
    }

    private void endMissingCustomers(Session session, RunState run, long account) throws SQLException {
        List<Long> complete = session.list(
                "SELECT at FROM listing WHERE account_id = ? AND run_id = ? AND failure_id IS NULL",
                row -> row.getLong(1),
                account,
                run.id());
        if (complete.isEmpty()) {
            return;
        }
        String before = LISTED_CUSTOMERS + "JOIN response s ON s.response_id = o.response_id AND s.run_id < ? "
                + "WHERE i.account_id = ? AND i.kind = 0 ";
        long customers = session.number("SELECT COUNT(*) " + before, run.id(), account);
        List<Long> missing = session.list(
                "SELECT q.customer_id " + before
                        + "AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.request_id = q.request_id AND r.run_id = ? "
                        + "AND r.state IN (0, 1))",
                row -> row.getLong(1),
                run.id(),
                account,
                run.id());
        if (missing.size() >= MIN_SUSPECT_CUSTOMERS && (long) missing.size() * SUSPECT_SHARE > customers) {
            for (long customer : missing) {
                session.update(
                        "INSERT INTO missing_customer (run_id, account_id, customer_id) VALUES (?, ?, ?)",
                        run.id(),
                        account,
                        customer);
            }
        } else {
            end(session, run, missing, run.effective(complete.get(0)));
        }
    }

    private static void end(Session session, RunState run, List<Long> customers, long at) throws SQLException {
        for (int from = 0; from < customers.size(); from += CUSTOMERS_PER_STEP) {
            List<Long> step = customers.subList(from, Math.min(from + CUSTOMERS_PER_STEP, customers.size()));
            ReadingRecorder recorder = new ReadingRecorder(session, run);
            for (CustomerState customer : recorder.loadAll(step)) {
                recorder.end(customer, at);
            }
            recorder.flush();
        }
    }

    /**
     * Replaces the complete readings of a dataset by one row, with a row for each request that was not read. Does nothing if that would
     * be more rows.
     */
    private static void fold(Session session, RunState run, long account, String dataset) throws SQLException {
        record Complete(long count, long firstAt, long lastAt) {}
        Complete complete = session.first(
                        "SELECT COUNT(*), MIN(r.at), MAX(r.at) FROM reading r JOIN request q ON q.request_id = r.request_id "
                                + "WHERE r.run_id = ? AND r.state = 0 AND q.account_id = ? AND q.dataset = ?",
                        row -> new Complete(row.getLong(1), row.getLong(2), row.getLong(3)),
                        run.id(),
                        account,
                        dataset)
                .orElseThrow();
        long open = session.number(
                "SELECT COUNT(*) FROM request WHERE account_id = ? AND dataset = ? AND ended IS NULL",
                account,
                dataset);
        if (complete.count() == 0 || open - complete.count() > complete.count()) {
            return;
        }
        session.update(
                "INSERT INTO reading (request_id, run_id, state, at) SELECT q.request_id, ?, 3, ? FROM request q "
                        + "WHERE q.account_id = ? AND q.dataset = ? AND q.ended IS NULL "
                        + "AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.request_id = q.request_id AND r.run_id = ?)",
                run.id(),
                run.started(),
                account,
                dataset,
                run.id());
        session.update(
                "DELETE FROM reading WHERE run_id = ? AND state = 0 "
                        + "AND request_id IN (SELECT request_id FROM request WHERE account_id = ? AND dataset = ?)",
                run.id(),
                account,
                dataset);
        session.update(
                "INSERT INTO dataset_reading (account_id, dataset, run_id, first_at, last_at) VALUES (?, ?, ?, ?, ?)",
                account,
                dataset,
                run.id(),
                run.effective(complete.firstAt()),
                run.effective(complete.lastAt()));
    }

    /** Records that the customers that a suspect run lacks are gone since that run, unless a later run has read them. */
    public LedgerRun accept(Session session, long runId) throws SQLException {
        RunState run = session.first(
                        "SELECT started, last_at FROM run WHERE run_id = ? AND partner = ?",
                        row -> new RunState(runId, row.getLong(1), row.getLong(2), Map.of()),
                        runId,
                        partner)
                .orElseThrow(() -> new LedgerException(
                        LedgerException.Kind.NOT_FOUND,
                        "run " + runId + " was not found: list the runs of the ledger"));
        boolean suspect = false;
        for (long account : accounts(session, runId).values()) {
            List<Long> missing = session.list(
                    "SELECT q.customer_id " + STILL_MISSING, row -> row.getLong(1), runId, account, runId, runId);
            if (!missing.isEmpty()) {
                suspect = true;
                long at = session.number("SELECT at FROM listing WHERE account_id = ? AND run_id = ?", account, runId);
                end(session, run, missing, run.effective(at));
            }
        }
        if (!suspect) {
            throw new LedgerException(
                    LedgerException.Kind.CONFLICT, "run " + runId + " is not suspect: there is nothing to accept");
        }
        return view(session, runId);
    }

    private static final String STILL_MISSING = LISTED_CUSTOMERS
            + "JOIN missing_customer m ON m.customer_id = q.customer_id AND m.run_id = ? "
            + "WHERE i.account_id = ? AND i.kind = 0 "
            + "AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.request_id = q.request_id AND r.run_id > ? AND r.state IN (0, 1)) "
            + "AND NOT EXISTS (SELECT 1 FROM dataset_reading d WHERE d.account_id = i.account_id AND d.dataset = q.dataset "
            + "AND d.run_id > ? AND NOT EXISTS "
            + "(SELECT 1 FROM reading r WHERE r.request_id = q.request_id AND r.run_id = d.run_id))";

    private LedgerRun view(Session session, long runId) throws SQLException {
        return runs(session, runId + 1, 1).get(0);
    }

    /** Returns runs in descending order of their ids, below an id. */
    public List<LedgerRun> runs(Session session, long below, int limit) throws SQLException {
        record Header(long id, long started, long finished, boolean hasEnded, String status, String version) {}
        List<Header> headers = session.list(
                "SELECT run_id, started, finished, status, version FROM run WHERE partner = ? AND run_id < ? "
                        + "ORDER BY run_id DESC LIMIT ?",
                row -> {
                    long finished = row.getLong(3);
                    boolean hasEnded = !row.wasNull();
                    return new Header(
                            row.getLong(1), row.getLong(2), finished, hasEnded, row.getString(4), row.getString(5));
                },
                partner,
                below,
                limit);
        List<LedgerRun> runs = new ArrayList<>();
        for (Header header : headers) {
            Map<Vendor, String> fingerprints =
                    new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
            Map<Vendor, Integer> suspect =
                    new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
            session.each(
                    "SELECT a.vendor, a.fingerprint FROM run_account ra JOIN account a ON a.account_id = ra.account_id "
                            + "WHERE ra.run_id = ?",
                    row -> fingerprints.put(new Vendor(row.getString(1)), row.getString(2)),
                    header.id());
            for (Map.Entry<Vendor, Long> account :
                    suspectAccounts(session, header.id()).entrySet()) {
                int missing = (int) session.number(
                        "SELECT COUNT(*) " + STILL_MISSING, header.id(), account.getValue(), header.id(), header.id());
                if (missing > 0) {
                    suspect.put(account.getKey(), missing);
                }
            }
            runs.add(new LedgerRun(
                    header.id(),
                    Instants.instant(header.started()),
                    header.hasEnded() ? Instants.instant(header.finished()) : null,
                    status(header.status()),
                    header.version(),
                    fingerprints,
                    suspect));
        }
        return runs;
    }

    private static Map<Vendor, Long> suspectAccounts(Session session, long run) throws SQLException {
        Map<Vendor, Long> accounts = accounts(session, run);
        List<Long> suspect = session.list(
                "SELECT DISTINCT account_id FROM missing_customer WHERE run_id = ?", row -> row.getLong(1), run);
        accounts.values().retainAll(suspect);
        return accounts;
    }

    private static LedgerRun.Status status(String text) {
        return Stream.of(LedgerRun.Status.values())
                .filter(status -> status.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow();
    }
}
