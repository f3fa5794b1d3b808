WITH "b0" AS MATERIALIZED (
  SELECT "t0"."publisher_id" AS "n", "t0"."name" AS "c0", "t0"."publisher_id" AS "k0"
  FROM "publisher" AS "t0"
  ORDER BY "t0"."publisher_id"
)
SELECT 0 AS "c0", NULL::bigint AS "c1", "b0"."n" AS "c2", "b0"."c0" AS "c3"
FROM "b0"
UNION ALL
SELECT 1 AS "c0", "b0"."n" AS "c1", "x"."n" AS "c2", "x"."c0" AS "c3"
FROM "b0"
CROSS JOIN LATERAL (
  SELECT "t1"."book_id" AS "n", "t1"."title" AS "c0"
  FROM "book" AS "t1"
  WHERE ("t1"."publisher_id" = "b0"."k0" AND "t1"."in_print" = ?::boolean)
  ORDER BY "t1"."book_id"
  LIMIT ?::bigint
  OFFSET ?::bigint
) AS "x"
