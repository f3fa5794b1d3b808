CREATE TABLE device (
    id integer PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE ta_measurement (
    id bigint PRIMARY KEY,
    device_id integer NOT NULL REFERENCES device,
    label text NOT NULL,
    note text,
    taken_at timestamptz NOT NULL,
    received_at timestamp NOT NULL,
    active boolean NOT NULL,
    amount numeric(12, 2) NOT NULL,
    ratio double precision NOT NULL,
    token uuid NOT NULL,
    day date NOT NULL,
    attempts integer
);

INSERT INTO device SELECT n, 'device ' || n FROM generate_series(1, greatest(1, :rows / 100)) n;

INSERT INTO ta_measurement
SELECT n,
       (n - 1) / 100 % greatest(1, :rows / 100) + 1,
       'label ' || n % 1000,
       CASE WHEN n % 3 > 0 THEN substr(md5(n::text), 1, 20) END,
       '2024-01-01 00:00:00Z'::timestamptz + n * interval '1.000001 seconds',
       '2024-01-01 00:00:00'::timestamp + n * interval '1.5 seconds',
       n % 2 = 0,
       (n * 7919 % 10000000)::numeric / 100,
       n / 3.0::double precision,
       md5(n::text)::uuid,
       date '2020-01-01' + (n % 2000)::integer,
       CASE WHEN n % 5 > 0 THEN n % 10 END
FROM generate_series(1, :rows::bigint) n;

CREATE INDEX ta_measurement_device ON ta_measurement (device_id, id);

ANALYZE device, ta_measurement;
