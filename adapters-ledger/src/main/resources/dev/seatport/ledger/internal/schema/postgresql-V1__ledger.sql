-- Ledger of seats and licenses. Instants are microseconds since 1970 (UTC). Only these columns change after they were written:
-- "until" of an open interval, and the names of "tenant" and "request". Metrics, states and kinds: see the views at the end.

CREATE TABLE account (
    account_id  BIGINT PRIMARY KEY,
    partner     TEXT NOT NULL,
    vendor      TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    UNIQUE (partner, vendor, fingerprint)
);

CREATE TABLE run (
    run_id   BIGINT PRIMARY KEY,
    partner  TEXT NOT NULL,
    started  BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    finished BIGINT,
    status   TEXT NOT NULL CHECK (status IN ('started', 'complete', 'incomplete')),
    version  TEXT NOT NULL
);
CREATE INDEX run_of_partner ON run (partner, run_id);

-- "first_at": the first reading of the account in this run.
CREATE TABLE run_account (
    run_id     BIGINT NOT NULL REFERENCES run,
    account_id BIGINT NOT NULL REFERENCES account,
    first_at   BIGINT,
    PRIMARY KEY (run_id, account_id)
);
CREATE INDEX run_of_account ON run_account (account_id, run_id);

-- The one run that may write an account.
CREATE TABLE lease (
    account_id    BIGINT PRIMARY KEY REFERENCES account,
    run_id        BIGINT NOT NULL REFERENCES run,
    owner_host    TEXT NOT NULL,
    owner_process BIGINT NOT NULL,
    owner_started BIGINT NOT NULL,
    until         BIGINT NOT NULL
);

-- "shape": 0 for GUIDs, 1 for other ids. "id_key": the spelling that all equal ids share. "id": the vendor's spelling.
CREATE TABLE customer (
    customer_id BIGINT PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES account,
    shape       BIGINT NOT NULL,
    id_key      TEXT COLLATE "C" NOT NULL,
    id          TEXT NOT NULL,
    UNIQUE (account_id, shape, id_key)
);

-- Names of tenants as last reported.
CREATE TABLE tenant (
    customer_id BIGINT NOT NULL REFERENCES customer,
    id_key      TEXT COLLATE "C" NOT NULL,
    name        TEXT NOT NULL,
    PRIMARY KEY (customer_id, id_key)
);

-- What is read of a customer. "subject": the kind of tenant, the code of the product, or the tenant. "ended": the run since which the
-- customer or tenant is gone.
CREATE TABLE request (
    request_id  BIGINT PRIMARY KEY,
    account_id  BIGINT NOT NULL REFERENCES account,
    customer_id BIGINT NOT NULL REFERENCES customer,
    dataset     TEXT NOT NULL,
    subject     TEXT COLLATE "C" NOT NULL,
    spelling    TEXT NOT NULL,
    title       TEXT,
    covers      TEXT,
    first_run   BIGINT NOT NULL REFERENCES run,
    first_at    BIGINT NOT NULL,
    ended       BIGINT,
    UNIQUE (customer_id, dataset, subject)
);

CREATE TABLE failure (
    failure_id     BIGINT PRIMARY KEY,
    run_id         BIGINT NOT NULL REFERENCES run,
    kind           TEXT NOT NULL,
    operation      TEXT NOT NULL,
    explanation    TEXT NOT NULL,
    http_status    BIGINT NOT NULL,
    attempts       BIGINT NOT NULL,
    correlation_id TEXT,
    retry_after    TEXT,
    missing_scope  TEXT,
    audience       TEXT,
    violations     TEXT NOT NULL
);

-- The listing of all customers. A failure ended it early.
CREATE TABLE listing (
    account_id BIGINT NOT NULL REFERENCES account,
    run_id     BIGINT NOT NULL REFERENCES run,
    at         BIGINT NOT NULL,
    failure_id BIGINT REFERENCES failure,
    PRIMARY KEY (account_id, run_id)
);

-- A run read every request of a dataset completely, except for those with a row in "reading" for this run.
CREATE TABLE dataset_reading (
    account_id BIGINT NOT NULL REFERENCES account,
    dataset    TEXT NOT NULL,
    run_id     BIGINT NOT NULL REFERENCES run,
    first_at   BIGINT NOT NULL,
    last_at    BIGINT NOT NULL,
    PRIMARY KEY (account_id, dataset, run_id)
);

-- "state": 0 complete, 1 complete after the request had ended, 2 failed, 3 not read, 4 ended: the customer or tenant was gone.
CREATE TABLE reading (
    request_id BIGINT NOT NULL REFERENCES request,
    run_id     BIGINT NOT NULL REFERENCES run,
    state      BIGINT NOT NULL CHECK (state BETWEEN 0 AND 4),
    at         BIGINT NOT NULL,
    failure_id BIGINT REFERENCES failure,
    PRIMARY KEY (request_id, run_id)
);
CREATE INDEX reading_of_run ON reading (run_id);

-- What is counted. "kind": 0 customer, 1 tenant, 2 product, 3 SKU. "row_number": of rows with one id in one response.
CREATE TABLE item (
    item_id    BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account,
    request_id BIGINT NOT NULL REFERENCES request,
    kind       BIGINT NOT NULL CHECK (kind BETWEEN 0 AND 3),
    tenant_key TEXT NOT NULL,
    tenant     TEXT NOT NULL,
    code       TEXT NOT NULL,
    row_number BIGINT NOT NULL
);
CREATE INDEX item_of_request ON item (request_id);
CREATE INDEX item_of_customers ON item (account_id, item_id) WHERE kind = 0;

-- The vendor's response that first had a value.
CREATE TABLE response (
    response_id    BIGINT PRIMARY KEY,
    run_id         BIGINT NOT NULL REFERENCES run,
    operation      TEXT NOT NULL,
    correlation_id TEXT
);

-- Time in which a count had one value. "metric": 0 listed, 1 purchased, 2 assigned, 3 available, 4 tenant total, 5 warning,
-- 6 suspended, 7 locked out. "state": 0 reported, 1 unreported, 2 unlimited, 3 does not fit 64 bits, 4 gone.
CREATE TABLE observation (
    item_id     BIGINT NOT NULL REFERENCES item,
    metric      BIGINT NOT NULL CHECK (metric BETWEEN 0 AND 7),
    since       BIGINT NOT NULL,
    response_id BIGINT NOT NULL REFERENCES response,
    until       BIGINT,
    state       BIGINT NOT NULL CHECK (state BETWEEN 0 AND 4),
    value       BIGINT,
    PRIMARY KEY (item_id, metric, since, response_id),
    CHECK (until >= since),
    CHECK ((value IS NULL) = (state <> 0))
);
CREATE INDEX observation_since ON observation (since, item_id, metric);

-- Time in which a text of an item was as it is. A text that was not reported has no row.
CREATE TABLE fact (
    item_id BIGINT NOT NULL REFERENCES item,
    field   TEXT NOT NULL,
    since   BIGINT NOT NULL,
    until   BIGINT,
    text    TEXT NOT NULL,
    PRIMARY KEY (item_id, field, since),
    CHECK (until >= since)
);

-- Customers that the complete listing of a suspect run lacks.
CREATE TABLE missing_customer (
    run_id      BIGINT NOT NULL REFERENCES run,
    account_id  BIGINT NOT NULL REFERENCES account,
    customer_id BIGINT NOT NULL REFERENCES customer,
    PRIMARY KEY (run_id, customer_id)
);

-- For people with SQL tools: one row per value of a count.
CREATE VIEW seat_history AS
SELECT a.partner, a.vendor, c.id AS customer_id,
    (SELECT f.text FROM request q2 JOIN item i2 ON i2.request_id = q2.request_id JOIN fact f ON f.item_id = i2.item_id AND f.field = 'name'
        WHERE q2.customer_id = c.customer_id AND q2.dataset = 'customers' ORDER BY f.since DESC LIMIT 1) AS customer,
    NULLIF(i.tenant, '') AS tenant_id, t.name AS tenant,
    CASE i.kind WHEN 0 THEN 'customer' WHEN 1 THEN 'tenant' WHEN 2 THEN 'product' ELSE 'sku' END AS kind,
    i.code,
    (SELECT f.text FROM fact f WHERE f.item_id = i.item_id AND f.field = 'name' ORDER BY f.since DESC LIMIT 1) AS item,
    CASE o.metric WHEN 0 THEN 'listed' WHEN 1 THEN 'purchased' WHEN 2 THEN 'assigned' WHEN 3 THEN 'available' WHEN 4 THEN 'tenant-total'
        WHEN 5 THEN 'warning' WHEN 6 THEN 'suspended' ELSE 'locked-out' END AS metric,
    CASE o.state WHEN 0 THEN 'reported' WHEN 2 THEN 'unlimited' WHEN 4 THEN 'gone' ELSE 'unreported' END AS state,
    o.value,
    to_timestamp(o.since / 1000000.0) AS since,
    to_timestamp(o.until / 1000000.0) AS until,
    r.run_id, r.operation, r.correlation_id
FROM observation o
JOIN response r ON r.response_id = o.response_id
JOIN item i ON i.item_id = o.item_id
JOIN request q ON q.request_id = i.request_id
JOIN customer c ON c.customer_id = q.customer_id
JOIN account a ON a.account_id = c.account_id
LEFT JOIN tenant t ON t.customer_id = c.customer_id AND t.id_key = i.tenant_key;
