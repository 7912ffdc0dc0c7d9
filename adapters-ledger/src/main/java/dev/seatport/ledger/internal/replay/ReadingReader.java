package dev.seatport.ledger.internal.replay;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ledger.internal.database.Instants;
import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.database.TextArray;
import dev.seatport.ledger.internal.rows.Codes;
import dev.seatport.ledger.internal.rows.RowDecoder;
import dev.seatport.ledger.internal.rows.StoredRow;
import dev.seatport.ports.failure.RejectedRequestField;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readings at a past moment. Each method is the work of one reading transaction. Thread-safe. */
public final class ReadingReader {
    private final AccountLookup accounts;

    /** Creates the reader of a partner. */
    public ReadingReader(String partner) {
        this.accounts = new AccountLookup(partner);
    }

    private record StoredCustomer(long id, CustomerId spelling) {}

    /** Request of a customer with its last reading until a moment. */
    private record LastReading(
            long request,
            String spelling,
            @Nullable String title,
            @Nullable String covers,
            Instant at,
            @Nullable Long failure) {}

    /**
     * Returns the vendor's account at a moment.
     *
     * @throws LedgerException with {@code NOT_FOUND} if the vendor was not recorded until then
     */
    public long account(Session session, Vendor vendor, Instant moment) throws SQLException {
        return accounts.at(session, vendor, Instants.cappedMicros(moment))
                .orElseThrow(() -> new LedgerException(
                        LedgerException.Kind.NOT_FOUND,
                        "no reading of " + vendor + " was recorded until " + moment + ": choose a later moment"));
    }

    /** Returns the customers of an account that were not gone, by their items, in the order of their first recording. */
    public Map<Long, Observed<Customer>> customers(
            Session session, long account, Vendor vendor, Instant moment, long afterItem, int limit)
            throws SQLException {
        long at = Instants.cappedMicros(moment);
        Map<Long, StoredRow> rows = new LinkedHashMap<>();
        session.each(
                "SELECT i.item_id, c.id, o.since, s.operation, s.correlation_id FROM item i "
                        + "JOIN observation o ON o.item_id = i.item_id AND o.metric = 0 AND o.since <= ? "
                        + "AND (o.until IS NULL OR o.until > ?) AND o.state <> 4 "
                        + "JOIN response s ON s.response_id = o.response_id JOIN request q ON q.request_id = i.request_id "
                        + "JOIN customer c ON c.customer_id = q.customer_id "
                        + "WHERE i.account_id = ? AND i.kind = 0 AND i.item_id > ? ORDER BY i.item_id LIMIT ?",
                row -> {
                    StoredRow customer = new StoredRow(new CustomerId(vendor, row.getString(2)), "", "", "");
                    customer.add(CountMetric.LISTED, Quantity.of(1), provenance(vendor, row, 3));
                    rows.put(row.getLong(1), customer);
                },
                at,
                at,
                account,
                afterItem,
                limit);
        session.each(
                "SELECT item_id, field, text FROM fact WHERE " + session.inIds("item_id")
                        + " AND since <= ? AND (until IS NULL OR until > ?)",
                row -> Objects.requireNonNull(rows.get(row.getLong(1))).add(row.getString(2), row.getString(3)),
                new Session.Ids(List.copyOf(rows.keySet())),
                at,
                at);
        Map<Long, Observed<Customer>> customers = new LinkedHashMap<>();
        rows.forEach((item, row) -> customers.put(item, RowDecoder.customer(row)));
        return customers;
    }

    private static Provenance provenance(Vendor vendor, ResultSet row, int column) throws SQLException {
        return new Provenance(
                vendor, row.getString(column + 1), Instants.instant(row.getLong(column)), row.getString(column + 2));
    }

    /** Returns the failure of the last listing until a moment; {@code null} if it is complete, or there was none. */
    public @Nullable VendorException listingFailure(Session session, long account, Vendor vendor, Instant moment)
            throws SQLException {
        long at = Instants.cappedMicros(moment);
        long failure = session.number(
                "SELECT COALESCE(l.failure_id, 0) FROM listing l JOIN run r ON r.run_id = l.run_id "
                        + "WHERE l.account_id = ? AND l.at <= ? AND r.started <= ? ORDER BY l.run_id DESC LIMIT 1",
                account,
                at,
                at);
        return failure == 0 ? null : failure(session, vendor, failure);
    }

    /** Returns the last readings of a customer at a moment. */
    public List<LedgerReading> readings(Session session, CustomerId customer, Dataset dataset, Instant moment)
            throws SQLException {
        long at = Instants.cappedMicros(moment);
        StoredCustomer stored = customer(session, customer, at);
        if (stored == null || isGone(session, stored.id(), at)) {
            return List.of();
        }
        List<LastReading> requests = requests(session, stored.id(), dataset, at);
        if (requests.isEmpty()) {
            return List.of();
        }
        Map<Long, List<StoredRow>> rows = rows(session, stored, dataset, at);
        List<LedgerReading> readings = new ArrayList<>();
        for (LastReading request : requests) {
            Long failureId = request.failure();
            VendorException failure = failureId == null ? null : failure(session, customer.vendor(), failureId);
            List<StoredRow> complete = failure == null ? rows.getOrDefault(request.request(), List.of()) : List.of();
            if (dataset != Dataset.CUSTOMERS || !complete.isEmpty()) {
                readings.add(reading(stored.spelling(), dataset, request, complete, failure));
            }
        }
        return readings;
    }

    private @Nullable StoredCustomer customer(Session session, CustomerId customer, long at) throws SQLException {
        Long account = accounts.at(session, customer.vendor(), at).orElse(null);
        if (account == null) {
            return null;
        }
        List<StoredCustomer> found = session.list(
                "SELECT customer_id, id FROM customer WHERE account_id = ? AND shape IN (0, 1) AND id_key = ?",
                row -> new StoredCustomer(row.getLong(1), new CustomerId(customer.vendor(), row.getString(2))),
                account,
                customer.canonical());
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean isGone(Session session, long customer, long at) throws SQLException {
        return session.number(
                        "SELECT COUNT(*) FROM request q JOIN item i ON i.request_id = q.request_id "
                                + "JOIN observation o ON o.item_id = i.item_id AND o.since <= ? AND (o.until IS NULL OR o.until > ?) "
                                + "AND o.state = 4 WHERE q.customer_id = ? AND q.dataset = ?",
                        at,
                        at,
                        customer,
                        Dataset.CUSTOMERS.label())
                > 0;
    }

    /**
     * Returns the requests that were read until a moment and had not ended. The last reading is the row of the request, or a later row
     * of its whole dataset for a run in which the request has no row.
     */
    private static List<LastReading> requests(Session session, long customer, Dataset dataset, long at)
            throws SQLException {
        List<LastReading> requests = new ArrayList<>();
        session.each(
                "WITH asked AS (SELECT q.request_id, q.account_id, q.dataset, q.spelling, q.title, q.covers, q.first_run, "
                        + "(SELECT r.run_id FROM reading r JOIN run u ON u.run_id = r.run_id WHERE r.request_id = q.request_id "
                        + "AND r.state <> 3 AND r.at <= ? AND u.started <= ? ORDER BY r.run_id DESC LIMIT 1) AS own_run "
                        + "FROM request q WHERE q.customer_id = ? AND q.dataset = ? AND q.first_at <= ?) "
                        + "SELECT a.request_id, a.spelling, a.title, a.covers, r.state, r.at, r.failure_id, "
                        + "(SELECT d.first_at FROM dataset_reading d WHERE d.account_id = a.account_id AND d.dataset = a.dataset "
                        + "AND d.first_at <= ? AND d.run_id >= a.first_run AND d.run_id > COALESCE(a.own_run, 0) "
                        + "AND NOT EXISTS (SELECT 1 FROM reading x WHERE x.request_id = a.request_id AND x.run_id = d.run_id) "
                        + "ORDER BY d.run_id DESC LIMIT 1) AS full_at "
                        + "FROM asked a LEFT JOIN reading r ON r.request_id = a.request_id AND r.run_id = a.own_run "
                        + "ORDER BY a.request_id",
                row -> {
                    int state = row.getInt(5);
                    boolean hasOwn = !row.wasNull();
                    long ownAt = row.getLong(6);
                    long failureId = row.getLong(7);
                    Long failure = row.wasNull() ? null : failureId;
                    long fullAt = row.getLong(8);
                    boolean hasFull = !row.wasNull();
                    boolean ended = hasOwn && state == Codes.READING_ENDED;
                    if (!ended && (hasOwn || hasFull)) {
                        requests.add(new LastReading(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Instants.instant(hasFull ? fullAt : ownAt),
                                hasFull ? null : failure));
                    }
                },
                at,
                at,
                customer,
                dataset.label(),
                at,
                at);
        return requests;
    }

    private static Map<Long, List<StoredRow>> rows(Session session, StoredCustomer customer, Dataset dataset, long at)
            throws SQLException {
        Map<Long, StoredRow> items = new LinkedHashMap<>();
        Map<Long, List<StoredRow>> byRequest = new LinkedHashMap<>();
        session.each(
                "SELECT i.item_id, q.request_id, q.subject, i.tenant, i.code, o.metric, o.state, o.value, o.since, s.operation, "
                        + "s.correlation_id FROM request q JOIN item i ON i.request_id = q.request_id "
                        + "JOIN observation o ON o.item_id = i.item_id JOIN response s ON s.response_id = o.response_id "
                        + "WHERE q.customer_id = ? AND q.dataset = ? AND o.since <= ? AND (o.until IS NULL OR o.until > ?) "
                        + "AND o.state <> 4 ORDER BY i.item_id, o.metric",
                row -> {
                    StoredRow item = items.get(row.getLong(1));
                    if (item == null) {
                        item = new StoredRow(customer.spelling(), row.getString(3), row.getString(4), row.getString(5));
                        items.put(row.getLong(1), item);
                        byRequest
                                .computeIfAbsent(row.getLong(2), unused -> new ArrayList<>())
                                .add(item);
                    }
                    item.add(
                            Codes.metric(row.getInt(6)),
                            Objects.requireNonNull(Codes.quantity(row.getInt(7), row.getLong(8))),
                            provenance(customer.spelling().vendor(), row, 9));
                },
                customer.id(),
                dataset.label(),
                at,
                at);
        session.each(
                "SELECT f.item_id, f.field, f.text FROM request q JOIN item i ON i.request_id = q.request_id "
                        + "JOIN fact f ON f.item_id = i.item_id "
                        + "WHERE q.customer_id = ? AND q.dataset = ? AND f.since <= ? AND (f.until IS NULL OR f.until > ?)",
                row -> {
                    StoredRow item = items.get(row.getLong(1));
                    if (item != null) {
                        item.add(row.getString(2), row.getString(3));
                    }
                },
                customer.id(),
                dataset.label(),
                at,
                at);
        return byRequest;
    }

    private static LedgerReading reading(
            CustomerId customer,
            Dataset dataset,
            LastReading request,
            List<StoredRow> rows,
            @Nullable VendorException failure) {
        return switch (dataset) {
            case CUSTOMERS -> new LedgerReading.CustomerRead(RowDecoder.customer(rows.get(0)));
            case TENANT_SEATS ->
                new LedgerReading.TenantSeatsRead(
                        customer,
                        TenantKind.valueOf(request.spelling()),
                        decoded(rows, RowDecoder::tenantSeats),
                        request.at(),
                        failure);
            case PRODUCT_SEATS -> {
                List<Observed<PurchasedSeats>> seats = decoded(rows, RowDecoder::purchasedSeats);
                yield new LedgerReading.PurchasedSeatsRead(
                        customer,
                        RowDecoder.product(request.spelling(), request.title(), request.covers()),
                        seats.isEmpty() ? null : seats.get(0),
                        request.at(),
                        failure);
            }
            case LICENSES ->
                new LedgerReading.LicensesRead(
                        customer,
                        new TenantId(request.spelling()),
                        decoded(rows, RowDecoder::licenses),
                        request.at(),
                        failure);
        };
    }

    private static <T> List<T> decoded(List<StoredRow> rows, Function<StoredRow, T> decoder) {
        return rows.stream().map(decoder).toList();
    }

    private static VendorException failure(Session session, Vendor vendor, long id) throws SQLException {
        return session.first(
                        "SELECT kind, operation, explanation, http_status, attempts, correlation_id, retry_after, missing_scope, "
                                + "audience, violations FROM failure WHERE failure_id = ?",
                        row -> {
                            String retryAfter = row.getString(7);
                            return VendorException.builder(
                                            FailureKind.valueOf(row.getString(1)),
                                            vendor,
                                            row.getString(2),
                                            row.getString(3))
                                    .status(row.getInt(4))
                                    .attempts(row.getInt(5))
                                    .correlationId(row.getString(6))
                                    .retryAfter(retryAfter == null ? null : Duration.parse(retryAfter))
                                    .missingScope(row.getString(8))
                                    .audience(row.getString(9))
                                    .violations(violations(row.getString(10)))
                                    .build();
                        },
                        id)
                .orElseThrow();
    }

    private static List<RejectedRequestField> violations(String json) {
        List<@Nullable String> texts = TextArray.decode(json);
        List<RejectedRequestField> violations = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 2) {
            violations.add(new RejectedRequestField(
                    Objects.requireNonNull(texts.get(i)), Objects.requireNonNull(texts.get(i + 1))));
        }
        return violations;
    }
}
