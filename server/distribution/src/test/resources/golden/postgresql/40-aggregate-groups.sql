SELECT "t1"."k1"::text AS "c0", "t1"."k2" AS "c1", "t1"."a3" AS "c2", "t1"."a2" AS "c3"
FROM (
  SELECT "t0"."status"::text AS "k1", DATE_TRUNC('month', "t0"."placed_at") AS "k2", SUM("t0"."total")::numeric AS "a2",
     COUNT(*) AS "a3"
  FROM "order" AS "t0"
  GROUP BY "t0"."status"::text, DATE_TRUNC('month', "t0"."placed_at")
) AS "t1"
WHERE "t1"."a2" > ?::numeric
ORDER BY "t1"."a2" DESC, "t1"."k1", "t1"."k2"
LIMIT 10
