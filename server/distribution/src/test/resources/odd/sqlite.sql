CREATE TABLE odd (id INTEGER PRIMARY KEY, a, b BLOB, c NUMERIC, d DECIMAL(10,2), e DECIMAL(30,10), f REAL, g DOUBLE PRECISION,
  i BOOLEAN, k DATE, l DATETIME, n TIME, o VARCHAR(20), p CHAR(3), r CLOB, s UUID, t JSON, u JSONB, v BIGINT, w TINYINT,
  x UNSIGNED BIG INT, y MONEY, z GEOMETRY, aa INTERVAL, ac "weird type", ad TEXT COLLATE NOCASE,
  ae INT GENERATED ALWAYS AS (id * 2) VIRTUAL, af TEXT GENERATED ALWAYS AS (o || 'x') STORED);
INSERT INTO odd (id, a, b, c, d, e, f, g, i, k, l, n, o, p, r, s, t, u, v, w, x, y, aa, ad)
VALUES (1, 'a', x'00', 1.5, 1.10, '1.1', 1.5, 2.5, 1, '2020-01-01', '2020-01-01 10:00:00', '10:00', 'v', 'abc', 'clob',
  'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '{"a":1}', '[1]', 9223372036854775807, 1, 2, 3, 'P1D', 'AbC');
INSERT INTO odd (id) VALUES (2);
CREATE TABLE no_key (a INT, b TEXT);
INSERT INTO no_key VALUES (1, 'x'), (1, 'x'), (NULL, NULL);
CREATE TABLE without_rowid (a TEXT, b INT, v TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;
CREATE TABLE strict_table (id INTEGER PRIMARY KEY, a ANY, b TEXT) STRICT;
INSERT INTO strict_table VALUES (1, 2, 'x'), (2, 'y', 'z');
CREATE TABLE "select" ("from" INTEGER PRIMARY KEY, "a""b" TEXT, "[x]" TEXT, "Ü" TEXT, "order by" TEXT);
INSERT INTO "select" VALUES (1, 'q', 'w', 'e', 'r');
CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT);
CREATE TABLE child (id INTEGER PRIMARY KEY, p REFERENCES parent, code TEXT REFERENCES parent (code),
  missing INT REFERENCES nowhere (id), self INT REFERENCES child (id), u INT UNIQUE REFERENCES parent (id));
INSERT INTO parent VALUES (1, 'c', 'n');
INSERT INTO child VALUES (1, 1, 'c', NULL, 1, 1), (2, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE PARENT2 (id INTEGER PRIMARY KEY);
CREATE TABLE case_key (id INTEGER PRIMARY KEY, x INT REFERENCES Parent2 (ID));
CREATE VIEW computed AS SELECT id, d, l, count(*) OVER () AS n, id + 1 AS expr FROM odd;
CREATE VIEW lost AS SELECT * FROM gone;
CREATE VIRTUAL TABLE words USING fts5(title, body);
CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, x TEXT DEFAULT 'd');
CREATE TABLE decimal_key (id DECIMAL(10,2) PRIMARY KEY, v INT);
INSERT INTO decimal_key VALUES (1.10, 2);
CREATE TABLE Foo_Bar (id INTEGER PRIMARY KEY);
CREATE TABLE FooBar (id INTEGER PRIMARY KEY);
CREATE TABLE foo__bar (id INTEGER PRIMARY KEY);
CREATE TABLE same (fooBar INT, foo_bar2 INT, "foo bar" INT, FOO INT);
