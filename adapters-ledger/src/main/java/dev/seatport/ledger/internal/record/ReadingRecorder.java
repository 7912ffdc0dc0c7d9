package dev.seatport.ledger.internal.record;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ledger.internal.database.Instants;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.database.TextArray;
import dev.seatport.ledger.internal.rows.Codes;
import dev.seatport.ledger.internal.rows.Field;
import dev.seatport.ledger.internal.rows.ReadingRow;
import dev.seatport.ledger.internal.rows.StoredReading;
import dev.seatport.ports.failure.VendorException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recording of readings in one transaction. Loads the open intervals of all customers of the transaction with a few queries, compares
 * them with the readings in memory, and writes the differences in batches. Confined to the thread of the transaction.
 */
final class ReadingRecorder {
    private final Session session;
    private final RunState run;
    private final RecordedChanges changes;
    private final Map<CustomerKey, CustomerState> customers = new HashMap<>();
    private long lastAt;

    private record CustomerKey(long account, String idKey) {}

    private record SourceKey(String operation, @Nullable String correlationId) {}

    ReadingRecorder(Session session, RunState run) throws SQLException {
        this.session = session;
        this.run = run;
        this.changes = new RecordedChanges(session, run.id());
        this.lastAt = run.lastAt();
    }

    /** Returns the time of the last reading, in microseconds since 1970. */
    long lastAt() {
        return lastAt;
    }

    /** Loads the customers of the readings, with the requests, items and intervals that the readings may change. */
    void load(List<StoredReading> readings) throws SQLException {
        Map<Long, Map<Integer, Set<String>>> keys = new HashMap<>();
        for (StoredReading reading : readings) {
            CustomerId customer = reading.customer();
            if (customer != null) {
                keys.computeIfAbsent(run.account(customer.vendor()), unused -> new HashMap<>())
                        .computeIfAbsent(shape(customer), unused -> new LinkedHashSet<>())
                        .add(customer.canonical());
            }
        }
        Map<Long, CustomerState> byId = new HashMap<>();
        for (Map.Entry<Long, Map<Integer, Set<String>>> account : keys.entrySet()) {
            for (Map.Entry<Integer, Set<String>> shape : account.getValue().entrySet()) {
                session.each(
                        "SELECT customer_id, id_key, id FROM customer WHERE account_id = ? AND shape = ? AND "
                                + session.inTexts("id_key"),
                        row -> {
                            CustomerState customer =
                                    new CustomerState(row.getLong(1), account.getKey(), row.getString(3));
                            customers.put(new CustomerKey(account.getKey(), row.getString(2)), customer);
                            byId.put(customer.id, customer);
                        },
                        account.getKey(),
                        shape.getKey(),
                        new Session.Texts(List.copyOf(shape.getValue())));
            }
        }
        if (!byId.isEmpty()) {
            Map<Long, RequestState> requests = loadRequests(byId);
            loadTenantNames(byId);
            loadItems(requested(readings, requests));
        }
    }

    private Map<Long, RequestState> requested(List<StoredReading> readings, Map<Long, RequestState> all) {
        Map<Long, RequestState> requested = new HashMap<>();
        for (StoredReading reading : readings) {
            CustomerState customer = customer(reading);
            RequestState request = customer == null
                    ? null
                    : customer.requests.get(reading.request().key());
            if (request != null && all.containsKey(request.id)) {
                requested.put(request.id, request);
            }
        }
        return requested;
    }

    private @Nullable CustomerState customer(StoredReading reading) {
        CustomerId customer = reading.customer();
        return customer == null
                ? null
                : customers.get(new CustomerKey(run.account(reading.vendor()), customer.canonical()));
    }

    /** Loads customers with all of their requests, items and intervals. */
    List<CustomerState> loadAll(List<Long> customerIds) throws SQLException {
        Map<Long, CustomerState> byId = new HashMap<>();
        session.each(
                "SELECT customer_id, account_id, id FROM customer WHERE " + session.inIds("customer_id"),
                row -> byId.put(row.getLong(1), new CustomerState(row.getLong(1), row.getLong(2), row.getString(3))),
                new Session.Ids(customerIds));
        loadItems(loadRequests(byId));
        return List.copyOf(byId.values());
    }

    private Map<Long, RequestState> loadRequests(Map<Long, CustomerState> byId) throws SQLException {
        Map<Long, RequestState> requests = new HashMap<>();
        Session.Ids ids = new Session.Ids(List.copyOf(byId.keySet()));
        session.each(
                "SELECT q.request_id, q.customer_id, q.dataset, q.subject, q.spelling, q.title, q.covers, q.ended, r.state, r.at, "
                        + "r.failure_id FROM request q LEFT JOIN reading r ON r.request_id = q.request_id AND r.run_id = ? WHERE "
                        + session.inIds("q.customer_id") + " ORDER BY q.request_id",
                row -> {
                    StoredReading.RequestKey key =
                            new StoredReading.RequestKey(Codes.dataset(row.getString(3)), row.getString(4));
                    CustomerState customer = loaded(byId, row.getLong(2));
                    RequestState request = new RequestState(
                            row.getLong(1),
                            customer,
                            new StoredReading.Request(key, row.getString(5), row.getString(6), row.getString(7)));
                    row.getLong(8);
                    request.ended = !row.wasNull();
                    int state = row.getInt(9);
                    if (!row.wasNull()) {
                        long at = row.getLong(10);
                        long failure = row.getLong(11);
                        request.own = new RequestState.OwnReading(state, at, row.wasNull() ? null : failure);
                    }
                    customer.requests.put(key, request);
                    requests.put(request.id, request);
                },
                run.id(),
                ids);
        return requests;
    }

    private void loadTenantNames(Map<Long, CustomerState> byId) throws SQLException {
        session.each(
                "SELECT customer_id, id_key, name FROM tenant WHERE " + session.inIds("customer_id"),
                row -> loaded(byId, row.getLong(1)).tenantNames.put(row.getString(2), row.getString(3)),
                new Session.Ids(List.copyOf(byId.keySet())));
    }

    private void loadItems(Map<Long, RequestState> requests) throws SQLException {
        Map<Long, RequestState> missing = new HashMap<>(requests);
        missing.values().removeIf(request -> request.loaded);
        if (missing.isEmpty()) {
            return;
        }
        missing.values().forEach(request -> request.loaded = true);
        Map<Long, ItemState> items = new HashMap<>();
        session.each(
                "SELECT item_id, request_id, kind, tenant_key, tenant, code, row_number FROM item WHERE "
                        + session.inIds("request_id") + " ORDER BY item_id",
                row -> {
                    ReadingRow.Key key = new ReadingRow.Key(
                            Codes.kind(row.getInt(3)), row.getString(4), row.getString(6), row.getInt(7));
                    ItemState item = new ItemState(row.getLong(1), key, row.getString(5));
                    loaded(missing, row.getLong(2)).items.put(key, item);
                    items.put(item.id, item);
                },
                new Session.Ids(List.copyOf(missing.keySet())));
        if (items.isEmpty()) {
            return;
        }
        Session.Ids ids = new Session.Ids(List.copyOf(items.keySet()));
        session.each(
                "SELECT item_id, metric, since, response_id, state, value FROM observation WHERE "
                        + session.inIds("item_id") + " AND until IS NULL",
                row -> {
                    ItemState item = loaded(items, row.getLong(1));
                    int metric = row.getInt(2);
                    item.open[metric] = new ItemState.Interval(
                            item, metric, row.getLong(3), row.getLong(4), row.getInt(5), row.getLong(6), true);
                },
                ids);
        session.each(
                "SELECT item_id, field, since, text FROM fact WHERE " + session.inIds("item_id") + " AND until IS NULL",
                row -> {
                    ItemState item = loaded(items, row.getLong(1));
                    String field = row.getString(2);
                    item.facts.put(
                            field, new ItemState.FactInterval(item, field, row.getLong(3), row.getString(4), true));
                },
                ids);
    }

    private static <T> T loaded(Map<Long, T> byId, long id) {
        return Objects.requireNonNull(byId.get(id), "the query returned a row that it was not limited to");
    }

    /** Records a reading, unless the run has recorded its request at the same or a later time. */
    void record(StoredReading reading) throws SQLException {
        CustomerId id = reading.customer();
        if (id == null) {
            recordListing(reading);
            return;
        }
        CustomerState customer = customerOf(id);
        RequestState request = requestOf(customer, reading);
        long at = Instants.micros(reading.at());
        RequestState.OwnReading previous = request.own;
        if (previous != null && !(reading.isComplete() && !previous.isComplete())) {
            boolean failsAfterSuccess = !reading.isComplete() && previous.isComplete();
            if (failsAfterSuccess || at <= previous.at()) {
                return;
            }
        }
        long effective = effective(at);
        VendorException failure = reading.failure();
        if (failure != null) {
            ownReading(request, Codes.READING_FAILED, at, changes.failure(failure));
            resume(request);
            return;
        }
        // A reading after a failure of the same run may follow the end of the request in an earlier run.
        boolean resumed = request.ended || (previous != null && previous.state() != Codes.READING_COMPLETE);
        ownReading(request, resumed ? Codes.READING_RESUMED : Codes.READING_COMPLETE, at, null);
        resume(request);
        recordRows(request, reading, effective);
        recordTenantNames(customer, reading);
        if (reading.listedTenants() != null) {
            endUnlistedTenants(customer, reading.listedTenants(), effective);
        }
    }

    private long effective(long at) {
        long effective = run.effective(at);
        lastAt = Math.max(lastAt, effective);
        return effective;
    }

    private void recordListing(StoredReading reading) throws SQLException {
        long account = run.account(reading.vendor());
        long at = Instants.micros(reading.at());
        List<RequestState.OwnReading> recorded = session.list(
                "SELECT at, failure_id FROM listing WHERE account_id = ? AND run_id = ?",
                row -> {
                    long previousAt = row.getLong(1);
                    row.getLong(2);
                    return new RequestState.OwnReading(
                            row.wasNull() ? Codes.READING_COMPLETE : Codes.READING_FAILED, previousAt, null);
                },
                account,
                run.id());
        for (RequestState.OwnReading previous : recorded) {
            boolean heals = reading.isComplete() && !previous.isComplete();
            boolean failsAfterSuccess = !reading.isComplete() && previous.isComplete();
            if (!heals && (failsAfterSuccess || at <= previous.at())) {
                return;
            }
        }
        effective(at);
        VendorException failure = reading.failure();
        changes.listing(account, at, failure == null ? null : changes.failure(failure));
    }

    private CustomerState customerOf(CustomerId id) throws SQLException {
        CustomerKey key = new CustomerKey(run.account(id.vendor()), id.canonical());
        CustomerState known = customers.get(key);
        if (known == null) {
            known = changes.customer(key.account(), shape(id), id);
            customers.put(key, known);
        }
        return known;
    }

    /** Returns 0 for GUIDs and 1 for other ids: GUIDs are first in the order of ids. */
    static int shape(CustomerId id) {
        // The canonical spelling of a GUID is the only one that equals ids with other spellings.
        return id.canonical().length() == 36 && id.equals(new CustomerId(id.vendor(), "{" + id.canonical() + "}"))
                ? 0
                : 1;
    }

    private RequestState requestOf(CustomerState customer, StoredReading reading) throws SQLException {
        StoredReading.Request wanted = reading.request();
        RequestState known = customer.requests.get(wanted.key());
        if (known == null) {
            known = changes.request(customer, wanted, run.effective(Instants.micros(reading.at())));
            known.loaded = true;
            customer.requests.put(wanted.key(), known);
        } else if (!known.request.equals(wanted)) {
            known.request = wanted;
            changes.renamed(known);
        }
        return known;
    }

    private void ownReading(RequestState request, int state, long at, @Nullable Long failure) {
        request.own = new RequestState.OwnReading(state, at, failure);
        changes.reading(request);
    }

    private void resume(RequestState request) {
        if (request.ended) {
            request.ended = false;
            changes.ended(request);
        }
    }

    private void recordRows(RequestState request, StoredReading reading, long at) throws SQLException {
        Map<SourceKey, Long> responses = new HashMap<>();
        Set<ReadingRow.Key> listed = new HashSet<>();
        for (ReadingRow row : reading.rows()) {
            listed.add(row.key());
            ItemState item = request.items.get(row.key());
            if (item == null) {
                item = changes.item(request, row);
                request.items.put(row.key(), item);
            }
            recordCounts(item, row, at, responses);
            recordFacts(request, item, row.facts(), at);
        }
        for (ItemState item : request.items.values()) {
            if (!listed.contains(item.key)) {
                gone(item, request.request.key().dataset(), at, responses);
            }
        }
    }

    private void recordCounts(ItemState item, ReadingRow row, long at, Map<SourceKey, Long> responses)
            throws SQLException {
        for (CountMetric metric : CountMetric.values()) {
            Quantity value = row.counts().get(metric);
            ItemState.Interval open = item.open[Codes.of(metric)];
            if (value != null) {
                recordCount(item, Codes.of(metric), at, value, row.source(), responses);
            } else if (open != null && open.state != Codes.STATE_GONE) {
                recordCount(item, Codes.of(metric), at, Quantity.unreported(), row.source(), responses);
            }
        }
    }

    private void recordCount(
            ItemState item,
            int metric,
            long at,
            @Nullable Quantity value,
            Provenance source,
            Map<SourceKey, Long> responses)
            throws SQLException {
        int state = Codes.state(value);
        long number = Codes.number(value);
        ItemState.Interval open = item.open[metric];
        long since = at;
        if (open != null) {
            if (open.state == state && open.number == number) {
                return;
            }
            since = Math.max(at, open.since);
            open.until = since;
            changes.closed(open);
        }
        SourceKey key = new SourceKey(source.operation(), source.correlationId());
        Long response = responses.get(key);
        if (response == null) {
            response = changes.response(key.operation(), key.correlationId());
            responses.put(key, response);
        }
        ItemState.Interval next = new ItemState.Interval(item, metric, since, response, state, number, false);
        item.open[metric] = next;
        changes.opened(next);
    }

    private void gone(ItemState item, Dataset dataset, long at, Map<SourceKey, Long> responses) throws SQLException {
        Provenance source = new Provenance(GONE, dataset.label(), Instants.instant(at), null);
        for (int metric = 0; metric < item.open.length; metric++) {
            if (item.open[metric] != null) {
                recordCount(item, metric, at, null, source, responses);
            }
        }
    }

    /** Vendor of a source of which only the operation is recorded. */
    private static final Vendor GONE = new Vendor("ledger");

    private void recordFacts(RequestState request, ItemState item, Map<String, String> facts, long at) {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String field = fact.getKey();
            String text = fact.getValue();
            ItemState.FactInterval open = item.facts.get(field);
            if (isSpelledAsBefore(request, item, field, text)) {
                close(open, item, at);
            } else if (open == null || !open.text.equals(text)) {
                long since = open == null ? at : Math.max(at, open.since);
                close(open, item, at);
                ItemState.FactInterval next = new ItemState.FactInterval(item, field, since, text, false);
                item.facts.put(field, next);
                changes.opened(next);
            }
        }
        for (ItemState.FactInterval open : List.copyOf(item.facts.values())) {
            if (!facts.containsKey(open.field)) {
                close(open, item, at);
            }
        }
    }

    private static boolean isSpelledAsBefore(RequestState request, ItemState item, String field, String text) {
        return switch (field) {
            case Field.CUSTOMER_ID -> text.equals(request.customer.spelling);
            case Field.TENANT_ID -> text.equals(item.tenant);
            case Field.CODE -> text.equals(item.key.code());
            default -> false;
        };
    }

    private void close(ItemState.@Nullable FactInterval open, ItemState item, long at) {
        if (open != null) {
            open.until = Math.max(at, open.since);
            item.facts.remove(open.field);
            changes.closed(open);
        }
    }

    private void recordTenantNames(CustomerState customer, StoredReading reading) {
        reading.tenantNames().forEach((tenant, name) -> {
            if (!name.equals(customer.tenantNames.put(tenant, name))) {
                changes.tenantName(customer, tenant, name);
            }
        });
    }

    private void endUnlistedTenants(CustomerState customer, Set<String> listed, long at) throws SQLException {
        Map<Long, RequestState> ended = new HashMap<>();
        for (RequestState request : customer.requests.values()) {
            StoredReading.RequestKey key = request.request.key();
            if (key.dataset() == Dataset.LICENSES && !request.ended && !listed.contains(key.subject())) {
                ended.put(request.id, request);
            }
        }
        loadItems(ended);
        for (RequestState request : ended.values()) {
            end(request, at);
        }
    }

    /** Records that a customer and all of its items are gone. */
    void end(CustomerState customer, long at) throws SQLException {
        for (RequestState request : customer.requests.values()) {
            end(request, at);
        }
    }

    private void end(RequestState request, long at) throws SQLException {
        Map<SourceKey, Long> responses = new HashMap<>();
        for (ItemState item : request.items.values()) {
            gone(item, request.request.key().dataset(), at, responses);
        }
        if (!request.ended) {
            request.ended = true;
            changes.ended(request);
            RequestState.OwnReading previous = request.own;
            ownReading(request, Codes.READING_ENDED, previous == null ? at : Math.max(at, previous.at()), null);
        }
    }

    /** Writes all changes. */
    void flush() throws SQLException {
        changes.flush();
    }

    static String encode(VendorException failure) {
        List<String> texts = new ArrayList<>();
        failure.violations().forEach(violation -> texts.addAll(Arrays.asList(violation.attribute(), violation.code())));
        return TextArray.encode(texts);
    }
}
