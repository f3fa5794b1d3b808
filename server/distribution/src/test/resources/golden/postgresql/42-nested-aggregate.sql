WITH "b0" AS MATERIALIZED (
  SELECT "t0"."publisher_id" AS "n", "t0"."name" AS "c0", "t0"."publisher_id" AS "k0"
  FROM "publisher" AS "t0"
  ORDER BY "t0"."publisher_id"
  LIMIT 5
)
SELECT 0 AS "c0", NULL::bigint AS "c1", "b0"."n" AS "c2", "b0"."c0" AS "c3", NULL::bigint AS "c4", NULL::numeric AS "c5",
   NULL::date AS "c6"
FROM "b0"
UNION ALL
SELECT 1 AS "c0", "b0"."n" AS "c1", 1 AS "c2", NULL::text AS "c3", COUNT(*) AS "c4", SIGN(SUM("t1"."price")::numeric) * DIV(ABS(SUM("t1"."price")::numeric) * 2e8 + COUNT("t1"."price"),
   2 * COUNT("t1"."price")::numeric) * 1e-8 AS "c5", MAX("t1"."published") AS "c6"
FROM "b0"
JOIN "book" AS "t1" ON "t1"."publisher_id" = "b0"."k0"
WHERE "t1"."in_print" = ?::boolean
GROUP BY "b0"."n"
