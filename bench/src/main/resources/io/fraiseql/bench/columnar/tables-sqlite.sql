CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE ta_measurement (
    id BIGINT PRIMARY KEY,
    device_id INT NOT NULL REFERENCES device,
    label TEXT NOT NULL,
    note TEXT,
    taken_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMP NOT NULL,
    active BOOLEAN NOT NULL,
    amount NUMERIC(12, 2) NOT NULL,
    ratio DOUBLE NOT NULL,
    token UUID NOT NULL,
    day DATE NOT NULL,
    attempts INT
) WITHOUT ROWID;

INSERT INTO device
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < max(1, :rows / 100))
SELECT n, 'device ' || n FROM numbers;

INSERT INTO ta_measurement
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :rows)
SELECT n,
       (n - 1) / 100 % max(1, :rows / 100) + 1,
       'label ' || (n % 1000),
       CASE WHEN n % 3 > 0 THEN lower(hex(randomblob(10))) END,
       strftime('%Y-%m-%dT%H:%M:%S', 1704067200 + n, 'unixepoch') || printf('.%06dZ', n % 1000000),
       strftime('%Y-%m-%dT%H:%M:%S', 1704067200 + n * 3 / 2, 'unixepoch') || CASE WHEN n % 2 THEN '.500000' ELSE '.000000' END,
       n % 2 = 0,
       (n * 7919 % 10000000) / 100.0,
       n / 3.0,
       lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-'
           || hex(randomblob(6))),
       date('2020-01-01', (n % 2000) || ' days'),
       CASE WHEN n % 5 > 0 THEN n % 10 END
FROM numbers;

CREATE INDEX ta_measurement_device ON ta_measurement (device_id, id);

ANALYZE;
