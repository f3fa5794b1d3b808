-- A table for each odd thing that a database may have. A negative scale needs PostgreSQL 15.
CREATE EXTENSION hstore;
CREATE EXTENSION citext;
CREATE EXTENSION ltree;
CREATE DOMAIN positive AS integer CHECK (value > 0);
CREATE DOMAIN email AS citext;
CREATE TYPE point3 AS (x int, y int, z int);
CREATE TYPE mood AS ENUM ('sad', 'ok', 'very happy', '123', 'a-b', 'true', 'null', '__x', 'é');
CREATE TYPE nothing AS ENUM ();

CREATE TABLE odd (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  m money, iv interval, ir int4range, tr tstzrange, mr int4multirange, b3 bit(3), vb bit varying(8), x xml,
  pt point, ln line, ls lseg, bx box, pa path, po polygon, ci circle, h hstore, ct citext, pos positive, em email, p3 point3,
  md mood, mds mood[], nt nothing, grid int[][], ts tsvector, tq tsquery, ip inet, cd cidr, mac macaddr, mac8 macaddr8,
  lt ltree, lq lquery, o oid, rc regclass, nm name, ch "char", c5 char(5), vc varchar(3), tt timetz, tm time(3),
  ts0 timestamp(0), tz timestamptz, lsn pg_lsn, js json, jb jsonb, jp jsonpath, by bytea, r4 real, r8 double precision,
  nu numeric, nneg numeric(3, -2), nbig numeric(3, 5), u uuid, us uuid[], hs hstore[], sm smallint, bo boolean, boa boolean[],
  jba jsonb[], tza timestamptz[], da date[], na numeric[], bya bytea[], p3a point3[], gen int GENERATED ALWAYS AS (sm * 2) STORED,
  posa positive[]
);
INSERT INTO odd (m, iv, ir, b3, pt, h, ct, pos, em, p3, md, mds, grid, ts, ip, cd, mac, lt, o, nm, ch, c5, vc, tt, tm, ts0, tz, js, jb,
  by, r4, r8, nu, nneg, nbig, u, us, sm, bo, boa, jba, tza, da, na, bya, posa)
VALUES ('12.34', '1 year 2 mons 3 days 04:05:06.7', '[1,5)', '101', '(1,2)', 'a=>1', 'AbC', 3, 'X@y.z', '(1,2,3)', 'very happy',
  '{sad,"very happy",123}', '{{1,2},{3,4}}', 'a b', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', 'a.b.c', 1, 'nm', 'c', 'ab', 'é𝄞',
  '10:00:00+02', '10:00:00.123', '2020-01-01 10:00', '2020-01-01 10:00+02', '{"b":1, "a":  2}', '{"b":1}', '\xff00', 1.1, 1.1,
  123456789012345678901234567890.123456789, 1200, 0.00123, 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11',
  '{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}', 3, true, '{t,f,NULL}', '{"1","{}"}', '{2020-01-01 10:00+02}', '{2020-01-01,NULL}',
  '{1.50,2}', '{"\\xff"}', '{1,2}');
INSERT INTO odd DEFAULT VALUES;

CREATE TABLE no_key (a int, b text);
INSERT INTO no_key VALUES (1, 'x'), (1, 'x'), (NULL, NULL);
CREATE TABLE "select" ("from" int PRIMARY KEY, "where" text, "order by" text, "a""b" text, "Übergröße" text, "1st" int,
  "__typename" text, "class" text, "type" int);
INSERT INTO "select" VALUES (1, 'w', 'o', 'q', 'ü', 1, 'tn', 'c', 2);
CREATE TABLE "Query" (id int PRIMARY KEY, name text);
CREATE TABLE "Mutation" (id int PRIMARY KEY);
CREATE TABLE "String" (id int PRIMARY KEY, name text);
CREATE TABLE "__schema" (id int PRIMARY KEY);
CREATE TABLE "用户" (id int PRIMARY KEY, "名字" text);
INSERT INTO "用户" VALUES (1, '张');
CREATE TABLE person (id int PRIMARY KEY, name text, parent_id int REFERENCES person, spouse_id int UNIQUE REFERENCES person);
INSERT INTO person VALUES (1, 'a', NULL, NULL), (2, 'b', 1, 1);
CREATE TABLE profile (person_id int PRIMARY KEY REFERENCES person, bio text);
INSERT INTO profile VALUES (1, 'bio');
CREATE TABLE a_cycle (id int PRIMARY KEY, b_id int);
CREATE TABLE b_cycle (id int PRIMARY KEY, a_id int REFERENCES a_cycle);
ALTER TABLE a_cycle ADD FOREIGN KEY (b_id) REFERENCES b_cycle;
CREATE TABLE pair (x int, y text, z int, PRIMARY KEY (x, y));
CREATE TABLE pair_child (id int PRIMARY KEY, x int, y text, FOREIGN KEY (x, y) REFERENCES pair);
INSERT INTO pair VALUES (1, 'a', 2), (1, 'A', 3);
INSERT INTO pair_child VALUES (1, 1, 'a'), (2, 1, 'A'), (3, NULL, 'a'), (4, NULL, NULL);
CREATE TABLE code (id int UNIQUE, code text UNIQUE NOT NULL);
CREATE TABLE code_use (id int PRIMARY KEY, code text REFERENCES code (code));
INSERT INTO code VALUES (NULL, 'c');
INSERT INTO code_use VALUES (1, 'c');
CREATE TABLE part (id int, d date, PRIMARY KEY (id, d)) PARTITION BY RANGE (d);
CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO part VALUES (1, '2020-02-02');
CREATE TABLE base (id int PRIMARY KEY, a int);
CREATE TABLE derived (b int) INHERITS (base);
CREATE VIEW plain_view AS SELECT id, md FROM odd;
CREATE MATERIALIZED VIEW stored_view AS SELECT id, sm FROM odd;
CREATE TABLE without_columns ();
CREATE TABLE only_odd (p point, b box);
CREATE TABLE data (id int PRIMARY KEY, list text, nodes int, edges int, count int, "limit" int, "where" int, "orderBy" int,
  _and int, _or int, "_not" int);
CREATE TABLE boolean_key (id boolean PRIMARY KEY, n int);
CREATE TABLE time_key (at timestamptz PRIMARY KEY, n int);
CREATE TABLE bytes_key (b bytea PRIMARY KEY, n int);
CREATE TABLE enum_key (e mood PRIMARY KEY, n int);
CREATE TABLE range_key (p int4range PRIMARY KEY, n int);
CREATE TABLE inet_key (i inet PRIMARY KEY, l ltree);
INSERT INTO enum_key VALUES ('ok', 1);
INSERT INTO inet_key VALUES ('10.0.0.1', 'a.b');
COMMENT ON TABLE person IS E'People\n"""quoted""" \\ back';
