CREATE TABLE device (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL
);

CREATE TABLE ta_measurement (
    id bigint PRIMARY KEY,
    device_id integer NOT NULL,
    label varchar(40) NOT NULL,
    note varchar(40),
    taken_at timestamp(6) NOT NULL,
    received_at datetime(6) NOT NULL,
    active boolean NOT NULL,
    amount decimal(12, 2) NOT NULL,
    ratio double NOT NULL,
    token :uuid NOT NULL DEFAULT (uuid()),
    day date NOT NULL,
    attempts integer,
    FOREIGN KEY (device_id) REFERENCES device (id)
);

CREATE TABLE digit (d integer PRIMARY KEY);

INSERT INTO digit VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);

CREATE TABLE number (n integer PRIMARY KEY);

INSERT INTO number
SELECT n
FROM (SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d + 1000000 * g.d AS n
      FROM digit a, digit b, digit c, digit d, digit e, digit f, digit g) numbers
WHERE n <= :rows
ORDER BY n;

INSERT INTO device SELECT n, CONCAT('device ', n) FROM number WHERE n <= GREATEST(1, :rows DIV 100) ORDER BY n;

INSERT INTO ta_measurement
SELECT n,
       (n - 1) DIV 100 % GREATEST(1, :rows DIV 100) + 1,
       CONCAT('label ', n % 1000),
       CASE WHEN n % 3 > 0 THEN SUBSTR(SHA2(n, 256), 1, 20) END,
       TIMESTAMP'2024-01-01 00:00:00' + INTERVAL n * 1000001 MICROSECOND,
       TIMESTAMP'2024-01-01 00:00:00' + INTERVAL n * 1500000 MICROSECOND,
       n % 2 = 0,
       n * 7919 % 10000000 / 100,
       n / 3.0e0,
       CONCAT_WS('-', SUBSTR(SHA2(n, 256), 1, 8), SUBSTR(SHA2(n, 256), 9, 4), CONCAT('4', SUBSTR(SHA2(n, 256), 14, 3)), CONCAT('8', SUBSTR(SHA2(n, 256), 18, 3)),
           SUBSTR(SHA2(n, 256), 21, 12)),
       DATE'2020-01-01' + INTERVAL n % 2000 DAY,
       CASE WHEN n % 5 > 0 THEN n % 10 END
FROM number
ORDER BY n;

DROP TABLE number, digit;

CREATE INDEX ta_measurement_device ON ta_measurement (device_id, id);

ANALYZE TABLE device, ta_measurement;
