package dev.seatport.ledger.internal.replay;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.CountInterval;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.CountSeries;
import dev.seatport.domain.ledger.ItemNames;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ledger.internal.database.Instants;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.rows.Codes;
import dev.seatport.ports.ledger.HistoryQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Position of one subscription to histories. A page has the histories of a few hundred items, so that the memory does not depend on the
 * number of histories. A query for changes first reads the changed counts, one number for each. Not thread-safe: pages are read one
 * after the other.
 */
public final class HistoryReader {
    private static final int CUSTOMERS_PER_PAGE = 50;
    private static final int CHANGES_PER_PAGE = 1_000;
    /** A count as one number: the item and the metric. */
    private static final int METRIC_BITS = 3;

    private final AccountLookup accounts;
    private final HistoryQuery query;
    private final long from;
    private final long to;
    private List<Account> steps = List.of();
    private boolean started;
    private int step;
    private boolean atStartOfAccount;
    private @Nullable List<SeriesHistory> ahead;
    private int shape = -1;
    private String idKey = "";
    private long @Nullable [] changed;
    private int nextChange;
    private long finishedRuns;
    private @Nullable RunReadings runs;

    private record Account(long id, Vendor vendor) {}

    private record Item(
            long id,
            long request,
            String dataset,
            long firstRun,
            long customerId,
            LedgerItem item,
            @Nullable String tenantName,
            @Nullable String name) {}

    private record Entry(long since, @Nullable Long until, int state, long number, Provenance provenance, long run) {}

    /** Creates the position before the first history. */
    public HistoryReader(String partner, HistoryQuery query) {
        this.accounts = new AccountLookup(partner);
        this.query = query;
        this.from = Instants.cappedMicros(query.from());
        this.to = Instants.cappedMicros(query.to());
    }

    /** Reads the next page. The work of one reading transaction. */
    public PagedRows.Page<SeriesHistory> next(Session session) throws SQLException {
        if (!started) {
            started = true;
            List<Account> all = new ArrayList<>();
            accounts.at(session, to).forEach((account, vendor) -> all.add(new Account(account, vendor)));
            steps = all;
        }
        List<SeriesHistory> page = ahead == null ? read(session) : ahead;
        ahead = null;
        if (atStartOfAccount && !page.isEmpty()) {
            // So that the last page is known as such.
            ahead = read(session);
            return new PagedRows.Page<>(page, ahead.isEmpty());
        }
        return new PagedRows.Page<>(page, page.isEmpty());
    }

    /** Returns the next histories; empty if there are no more. */
    private List<SeriesHistory> read(Session session) throws SQLException {
        while (step < steps.size()) {
            Account account = steps.get(step);
            atStartOfAccount = false;
            List<SeriesHistory> page =
                    query.changedOnly() ? nextChanges(session, account) : nextCustomers(session, account);
            if (!page.isEmpty()) {
                return page;
            }
        }
        return List.of();
    }

    private void nextStep() {
        step++;
        atStartOfAccount = true;
        shape = -1;
        idKey = "";
        changed = null;
        runs = null;
    }

    /** Returns histories of the next customers: an empty list if these have none, or if there are no more of this account. */
    private List<SeriesHistory> nextCustomers(Session session, Account account) throws SQLException {
        record Position(long customer, int shape, String idKey) {}
        List<Object> values = new ArrayList<>(List.of(account.id(), shape, shape, idKey));
        String only = customerCondition(session, account, "id_key", values);
        values.add(CUSTOMERS_PER_PAGE + 1);
        List<Position> more = session.list(
                "SELECT customer_id, shape, id_key FROM customer WHERE account_id = ? AND (shape > ? OR (shape = ? AND id_key > ?))"
                        + only + " ORDER BY shape, id_key LIMIT ?",
                row -> new Position(row.getLong(1), row.getInt(2), row.getString(3)),
                values.toArray());
        if (more.isEmpty()) {
            nextStep();
            return List.of();
        }
        List<Position> customers = more.subList(0, Math.min(more.size(), CUSTOMERS_PER_PAGE));
        Map<Long, Integer> order = new HashMap<>();
        customers.forEach(customer -> order.put(customer.customer(), order.size()));
        List<Item> items = items(session, account, session.inIds("q.customer_id"), List.copyOf(order.keySet())).stream()
                .sorted(Comparator.comparing((Item item) -> order.get(item.customerId()))
                        .thenComparing(Item::id))
                .toList();
        List<SeriesHistory> histories = histories(session, account, items, null);
        if (customers.size() == more.size()) {
            nextStep();
        } else {
            Position last = customers.get(customers.size() - 1);
            shape = last.shape();
            idKey = last.idKey();
        }
        return histories;
    }

    private String customerCondition(Session session, Account account, String column, List<Object> values) {
        Set<CustomerId> customers = query.customers();
        if (customers.isEmpty()) {
            return "";
        }
        values.add(new Session.Texts(customers.stream()
                .filter(customer -> customer.vendor().equals(account.vendor()))
                .map(CustomerId::canonical)
                .toList()));
        return " AND " + session.inTexts(column);
    }

    /** Returns histories of the next changes: an empty list if these have none, or if there are no more of this account. */
    private List<SeriesHistory> nextChanges(Session session, Account account) throws SQLException {
        long[] all = changed;
        if (all == null) {
            all = changes(session, account);
            changed = all;
            nextChange = 0;
        }
        if (nextChange == all.length) {
            nextStep();
            return List.of();
        }
        long[] page = Arrays.copyOfRange(all, nextChange, Math.min(all.length, nextChange + CHANGES_PER_PAGE));
        nextChange += page.length;
        Map<Long, Set<Integer>> metrics = new LinkedHashMap<>();
        for (long count : page) {
            metrics.computeIfAbsent(count >> METRIC_BITS, unused -> new LinkedHashSet<>())
                    .add((int) (count & ((1 << METRIC_BITS) - 1)));
        }
        Map<Long, Item> byId = new HashMap<>();
        items(session, account, session.inIds("i.item_id"), List.copyOf(metrics.keySet()))
                .forEach(item -> byId.put(item.id(), item));
        List<Item> ordered = metrics.keySet().stream().map(byId::get).toList();
        List<SeriesHistory> histories = histories(session, account, ordered, metrics);
        if (nextChange == all.length) {
            nextStep();
        }
        return histories;
    }

    /** Returns the changed counts in the order of their customers. */
    private long[] changes(Session session, Account account) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(account.id(), from, to));
        String only = customerCondition(session, account, "c.id_key", values);
        LongList counts = new LongList();
        session.each(
                "SELECT o.item_id, o.metric FROM observation o JOIN item i ON i.item_id = o.item_id AND i.account_id = ? "
                        + "JOIN request q ON q.request_id = i.request_id JOIN customer c ON c.customer_id = q.customer_id "
                        + "WHERE o.since > ? AND o.since <= ?" + only + metricCondition()
                        + " ORDER BY c.shape, c.id_key, o.item_id, o.metric",
                row -> counts.addUnlessLast((row.getLong(1) << METRIC_BITS) | row.getInt(2)),
                values.toArray());
        return counts.toArray();
    }

    private String metricCondition() {
        Set<CountMetric> metrics = query.metrics();
        if (metrics.isEmpty()) {
            return "";
        }
        StringBuilder codes = new StringBuilder(" AND o.metric IN (");
        metrics.forEach(metric -> codes.append(Codes.of(metric)).append(','));
        codes.setCharAt(codes.length() - 1, ')');
        return codes.toString();
    }

    private static List<Item> items(Session session, Account account, String condition, List<Long> ids)
            throws SQLException {
        return session.list(
                "SELECT i.item_id, i.request_id, q.dataset, q.first_run, c.customer_id, c.id, i.kind, i.tenant, i.code, i.row_number, "
                        + "t.name, (SELECT f.text FROM fact f WHERE f.item_id = i.item_id AND f.field = 'name' "
                        + "ORDER BY f.since DESC LIMIT 1) FROM request q JOIN item i ON i.request_id = q.request_id "
                        + "JOIN customer c ON c.customer_id = q.customer_id "
                        + "LEFT JOIN tenant t ON t.customer_id = c.customer_id AND t.id_key = i.tenant_key WHERE "
                        + condition,
                row -> {
                    LedgerItem.Kind kind = Codes.kind(row.getInt(7));
                    boolean ofTenant = kind == LedgerItem.Kind.TENANT || kind == LedgerItem.Kind.SKU;
                    return new Item(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getLong(5),
                            new LedgerItem(
                                    new CustomerId(account.vendor(), row.getString(6)),
                                    kind,
                                    ofTenant ? new TenantId(row.getString(8)) : null,
                                    row.getString(9),
                                    row.getInt(10)),
                            ofTenant ? row.getString(11) : null,
                            kind == LedgerItem.Kind.CUSTOMER ? null : row.getString(12));
                },
                new Session.Ids(ids));
    }

    private static Map<Long, String> customerNames(Session session, List<Item> items) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        session.each(
                "SELECT q.customer_id, f.text FROM request q JOIN item i ON i.request_id = q.request_id "
                        + "JOIN fact f ON f.item_id = i.item_id AND f.field = 'name' WHERE "
                        + session.inIds("q.customer_id") + " AND q.dataset = 'customers' ORDER BY f.since",
                row -> names.put(row.getLong(1), row.getString(2)),
                new Session.Ids(items.stream().map(Item::customerId).distinct().toList()));
        return names;
    }

    private List<SeriesHistory> histories(
            Session session, Account account, List<Item> items, @Nullable Map<Long, Set<Integer>> wanted)
            throws SQLException {
        if (items.isEmpty()) {
            return List.of();
        }
        Map<Long, TreeMap<Integer, List<Entry>>> entries = new HashMap<>();
        // Also values after the query's time: the run of the next value ends the readings of a value.
        session.each(
                "SELECT o.item_id, o.metric, o.since, o.until, o.state, o.value, s.run_id, s.operation, s.correlation_id "
                        + "FROM observation o JOIN response s ON s.response_id = o.response_id WHERE "
                        + session.inIds("o.item_id") + " AND (o.until IS NULL OR o.until > ?)" + metricCondition()
                        + " ORDER BY o.item_id, o.metric, o.since, o.response_id",
                row -> {
                    long item = row.getLong(1);
                    int metric = row.getInt(2);
                    if (wanted != null && !wanted.getOrDefault(item, Set.of()).contains(metric)) {
                        return;
                    }
                    long until = row.getLong(4);
                    Long end = row.wasNull() ? null : until;
                    Provenance provenance = new Provenance(
                            account.vendor(), row.getString(8), Instants.instant(row.getLong(3)), row.getString(9));
                    entries.computeIfAbsent(item, unused -> new TreeMap<>())
                            .computeIfAbsent(metric, unused -> new ArrayList<>())
                            .add(new Entry(
                                    row.getLong(3), end, row.getInt(5), row.getLong(6), provenance, row.getLong(7)));
                },
                new Session.Ids(items.stream().map(Item::id).toList()),
                from);
        RunReadings readings = runReadings(session, account, items);
        Map<Long, String> names = customerNames(session, items);
        List<SeriesHistory> histories = new ArrayList<>();
        for (Item item : items) {
            entries.getOrDefault(item.id(), new TreeMap<>()).forEach((metric, values) -> {
                SeriesHistory history =
                        history(item, Codes.metric(metric), values, readings, names.get(item.customerId()));
                if (history != null) {
                    histories.add(history);
                }
            });
        }
        return histories;
    }

    /** The end of a run replaces its rows, so the runs are read again after one has ended. */
    private RunReadings runReadings(Session session, Account account, List<Item> items) throws SQLException {
        long finished = session.number("SELECT COUNT(finished) FROM run");
        RunReadings loaded = runs;
        if (loaded == null || finished != finishedRuns) {
            loaded = RunReadings.load(session, account.id());
            runs = loaded;
            finishedRuns = finished;
        }
        loaded.loadRequests(
                session, items.stream().map(Item::request).distinct().toList());
        return loaded;
    }

    private @Nullable SeriesHistory history(
            Item item, CountMetric metric, List<Entry> entries, RunReadings readings, @Nullable String customerName) {
        List<CountInterval> intervals = new ArrayList<>();
        boolean counted = false;
        boolean changes = false;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.since() <= to) {
                long nextRun = i + 1 < entries.size() ? entries.get(i + 1).run() : Long.MAX_VALUE;
                intervals.add(interval(item, entry, nextRun, readings));
                counted |= entry.state() != Codes.STATE_GONE;
                changes |= entry.since() > from;
            }
        }
        if (!counted || (query.changedOnly() && !changes)) {
            return null;
        }
        return new SeriesHistory(
                new CountSeries(item.item(), metric),
                new ItemNames(customerName, item.tenantName(), item.name()),
                intervals,
                unread(item, entries, readings));
    }

    private static CountInterval interval(Item item, Entry entry, long nextRun, RunReadings readings) {
        long lastRead = entry.since();
        if (entry.state() != Codes.STATE_GONE) {
            List<RunReadings.RunStartTime> runs = readings.runs();
            for (int i = runs.size() - 1; i >= 0 && runs.get(i).run() > entry.run(); i--) {
                RunReadings.RunStartTime run = runs.get(i);
                if (run.run() < nextRun
                        && readings.isComplete(item.request(), item.dataset(), item.firstRun(), run.run())) {
                    lastRead = Math.max(lastRead, run.started());
                    break;
                }
            }
        }
        Long until = entry.until();
        return new CountInterval(
                Instants.instant(entry.since()),
                Instants.instant(lastRead),
                until == null ? null : Instants.instant(until),
                Codes.quantity(entry.state(), entry.number()),
                entry.provenance());
    }

    /** Returns the starts of the runs in which the count had a value and was not read. */
    private List<Instant> unread(Item item, List<Entry> entries, RunReadings readings) {
        List<Instant> unread = new ArrayList<>();
        long first = entries.get(0).since();
        int next = 0;
        Entry last = null;
        for (RunReadings.RunStartTime run : readings.runs()) {
            while (next < entries.size() && entries.get(next).run() <= run.run()) {
                last = entries.get(next++);
            }
            if (run.started() >= first
                    && run.started() <= to
                    && last != null
                    && last.state() != Codes.STATE_GONE
                    && !readings.isComplete(item.request(), item.dataset(), item.firstRun(), run.run())) {
                unread.add(Instants.instant(run.started()));
            }
        }
        return unread;
    }

    /** Growing list of numbers without boxes. */
    private static final class LongList {
        private static final int INITIAL = 1_024;
        private long[] numbers = new long[INITIAL];
        private int size;

        void addUnlessLast(long number) {
            if (size > 0 && numbers[size - 1] == number) {
                return;
            }
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        long[] toArray() {
            return Arrays.copyOf(numbers, size);
        }
    }
}
