package dev.seatport.ledger.internal.record;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.database.StatementBatch;
import dev.seatport.ledger.internal.rows.Codes;
import dev.seatport.ledger.internal.rows.ReadingRow;
import dev.seatport.ledger.internal.rows.StoredReading;
import dev.seatport.ports.failure.VendorException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one transaction, collected in memory and written table by table in batches. Allocates the ids: a writing transaction
 * excludes all others. Confined to the thread of the transaction.
 */
final class RecordedChanges {
    private final Session session;
    private final long run;
    private long lastCustomer;
    private long lastRequest;
    private long lastItem;
    private long lastResponse;
    private long lastFailure;

    private final List<@Nullable Object[]> customers = new ArrayList<>();
    private final List<@Nullable Object[]> requests = new ArrayList<>();
    private final List<@Nullable Object[]> items = new ArrayList<>();
    private final List<@Nullable Object[]> responses = new ArrayList<>();
    private final List<@Nullable Object[]> failures = new ArrayList<>();
    // Maps, because one statement must not change a row twice.
    private final Map<Long, @Nullable Object[]> listings = new LinkedHashMap<>();
    private final Map<List<Object>, @Nullable Object[]> tenantNames = new LinkedHashMap<>();
    private final Set<RequestState> renamed = new LinkedHashSet<>();
    private final Set<RequestState> ended = new LinkedHashSet<>();
    private final Map<Long, RequestState> readings = new LinkedHashMap<>();
    private final List<ItemState.Interval> closedCounts = new ArrayList<>();
    private final List<ItemState.Interval> openedCounts = new ArrayList<>();
    private final List<ItemState.FactInterval> closedFacts = new ArrayList<>();
    private final List<ItemState.FactInterval> openedFacts = new ArrayList<>();

    RecordedChanges(Session session, long run) throws SQLException {
        this.session = session;
        this.run = run;
        session.each(
                "SELECT (SELECT COALESCE(MAX(customer_id), 0) FROM customer), (SELECT COALESCE(MAX(request_id), 0) FROM request), "
                        + "(SELECT COALESCE(MAX(item_id), 0) FROM item), (SELECT COALESCE(MAX(response_id), 0) FROM response), "
                        + "(SELECT COALESCE(MAX(failure_id), 0) FROM failure)",
                row -> {
                    lastCustomer = row.getLong(1);
                    lastRequest = row.getLong(2);
                    lastItem = row.getLong(3);
                    lastResponse = row.getLong(4);
                    lastFailure = row.getLong(5);
                });
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    CustomerState customer(long account, int shape, CustomerId id) {
        CustomerState customer = new CustomerState(++lastCustomer, account, id.value());
        customers.add(row(customer.id, account, shape, id.canonical(), id.value()));
        return customer;
    }

    RequestState request(CustomerState customer, StoredReading.Request request, long firstAt) {
        RequestState state = new RequestState(++lastRequest, customer, request);
        requests.add(row(
                state.id,
                customer.account,
                customer.id,
                request.key().dataset().label(),
                request.key().subject(),
                request.spelling(),
                request.title(),
                request.covers(),
                run,
                firstAt));
        return state;
    }

    void renamed(RequestState request) {
        renamed.add(request);
    }

    void ended(RequestState request) {
        ended.add(request);
    }

    void reading(RequestState request) {
        readings.put(request.id, request);
    }

    void listing(long account, long at, @Nullable Long failure) {
        listings.put(account, row(account, run, at, failure));
    }

    void tenantName(CustomerState customer, String tenant, String name) {
        tenantNames.put(List.of(customer.id, tenant), row(customer.id, tenant, name));
    }

    ItemState item(RequestState request, ReadingRow row) {
        ItemState item = new ItemState(++lastItem, row.key(), row.tenant());
        items.add(row(
                item.id,
                request.customer.account,
                request.id,
                Codes.of(row.key().kind()),
                row.key().tenant(),
                row.tenant(),
                row.key().code(),
                row.key().row()));
        return item;
    }

    long response(String operation, @Nullable String correlationId) {
        long id = ++lastResponse;
        responses.add(row(id, run, operation, correlationId));
        return id;
    }

    long failure(VendorException failure) {
        long id = ++lastFailure;
        failures.add(row(
                id,
                run,
                failure.kind().name(),
                failure.operation(),
                failure.explanation(),
                failure.status().orElse(0),
                failure.attempts(),
                failure.correlationId().orElse(null),
                failure.retryAfter().map(Duration::toString).orElse(null),
                failure.missingScope().orElse(null),
                failure.audience().orElse(null),
                ReadingRecorder.encode(failure)));
        return id;
    }

    void opened(ItemState.Interval interval) {
        openedCounts.add(interval);
    }

    void closed(ItemState.Interval interval) {
        if (interval.stored) {
            closedCounts.add(interval);
        }
    }

    void opened(ItemState.FactInterval interval) {
        openedFacts.add(interval);
    }

    void closed(ItemState.FactInterval interval) {
        if (interval.stored) {
            closedFacts.add(interval);
        }
    }

    /** Writes the changes in an order in which no row refers to a later one. */
    void flush() throws SQLException {
        write("INSERT INTO customer (customer_id, account_id, shape, id_key, id) VALUES (?, ?, ?, ?, ?)", customers);
        write(
                "INSERT INTO request (request_id, account_id, customer_id, dataset, subject, spelling, title, covers, first_run, first_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                requests);
        write(
                "INSERT INTO item (item_id, account_id, request_id, kind, tenant_key, tenant, code, row_number) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                items);
        write("INSERT INTO response (response_id, run_id, operation, correlation_id) VALUES (?, ?, ?, ?)", responses);
        write(
                "INSERT INTO failure (failure_id, run_id, kind, operation, explanation, http_status, attempts, correlation_id, "
                        + "retry_after, missing_scope, audience, violations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                failures);
        write(
                "INSERT INTO listing (account_id, run_id, at, failure_id) VALUES (?, ?, ?, ?) "
                        + "ON CONFLICT (account_id, run_id) DO UPDATE SET at = excluded.at, failure_id = excluded.failure_id",
                new ArrayList<>(listings.values()));
        write(
                "INSERT INTO tenant (customer_id, id_key, name) VALUES (?, ?, ?) "
                        + "ON CONFLICT (customer_id, id_key) DO UPDATE SET name = excluded.name",
                new ArrayList<>(tenantNames.values()));
        listings.clear();
        tenantNames.clear();
        flushRequests();
        flushCounts();
        flushFacts();
    }

    private void write(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (StatementBatch batch = session.batch(sql)) {
            for (@Nullable Object[] row : rows) {
                batch.add(row);
            }
            batch.execute();
        }
        rows.clear();
    }

    private void flushRequests() throws SQLException {
        List<@Nullable Object[]> names = new ArrayList<>();
        for (RequestState state : renamed) {
            StoredReading.Request request = state.request;
            names.add(row(request.spelling(), request.title(), request.covers(), state.id));
        }
        write("UPDATE request SET spelling = ?, title = ?, covers = ? WHERE request_id = ?", names);
        List<@Nullable Object[]> ends = new ArrayList<>();
        for (RequestState state : ended) {
            ends.add(row(state.ended ? run : null, state.id));
        }
        write("UPDATE request SET ended = ? WHERE request_id = ?", ends);
        List<@Nullable Object[]> own = new ArrayList<>();
        for (RequestState state : readings.values()) {
            RequestState.OwnReading reading = state.own;
            if (reading != null) {
                own.add(row(state.id, run, reading.state(), reading.at(), reading.failure()));
            }
        }
        write(
                "INSERT INTO reading (request_id, run_id, state, at, failure_id) VALUES (?, ?, ?, ?, ?) "
                        + "ON CONFLICT (request_id, run_id) DO UPDATE SET state = excluded.state, at = excluded.at, "
                        + "failure_id = excluded.failure_id",
                own);
        renamed.clear();
        ended.clear();
        readings.clear();
    }

    private void flushCounts() throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ItemState.Interval closed : closedCounts) {
            rows.add(row(closed.until, closed.item.id, closed.metric, closed.since, closed.response));
        }
        write(
                "UPDATE observation SET until = ? WHERE item_id = ? AND metric = ? AND since = ? AND response_id = ?",
                rows);
        for (ItemState.Interval opened : openedCounts) {
            rows.add(row(
                    opened.item.id,
                    opened.metric,
                    opened.since,
                    opened.response,
                    opened.until,
                    opened.state,
                    opened.state == Codes.STATE_REPORTED ? opened.number : null));
        }
        write(
                "INSERT INTO observation (item_id, metric, since, response_id, until, state, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
        closedCounts.clear();
        openedCounts.clear();
    }

    private void flushFacts() throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ItemState.FactInterval closed : closedFacts) {
            rows.add(row(closed.until, closed.item.id, closed.field, closed.since));
        }
        write("UPDATE fact SET until = ? WHERE item_id = ? AND field = ? AND since = ?", rows);
        // Two texts of one instant: the later reading counts. One statement must not change a row twice.
        Map<List<Object>, ItemState.FactInterval> latest = new LinkedHashMap<>();
        for (ItemState.FactInterval opened : openedFacts) {
            latest.put(List.of(opened.item.id, opened.field, opened.since), opened);
        }
        for (ItemState.FactInterval opened : latest.values()) {
            rows.add(row(opened.item.id, opened.field, opened.since, opened.until, opened.text));
        }
        write(
                "INSERT INTO fact (item_id, field, since, until, text) VALUES (?, ?, ?, ?, ?) "
                        + "ON CONFLICT (item_id, field, since) DO UPDATE SET until = excluded.until, text = excluded.text",
                rows);
        closedFacts.clear();
        openedFacts.clear();
    }
}
