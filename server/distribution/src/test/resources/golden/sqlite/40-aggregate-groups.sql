SELECT "t1"."k1" AS "c0", "t1"."k2" AS "c1", "t1"."a3" AS "c2", "t1"."a2" AS "c3"
FROM (
  SELECT "t0"."status" AS "k1", fraiseql_period("t0"."placed_at", 'DATETIME', 'ISO', 'MONTH') AS "k2", fraiseql_sum("t0"."total",
     2) AS "a2", COUNT(*) AS "a3"
  FROM "order" AS "t0"
  GROUP BY "t0"."status", fraiseql_period("t0"."placed_at", 'DATETIME', 'ISO', 'MONTH')
) AS "t1"
WHERE fraiseql_decimal_compare("t1"."a2", ?, 2) > 0
ORDER BY "t1"."a2" COLLATE fraiseql_decimal DESC NULLS FIRST, "t1"."k1" NULLS LAST, fraiseql_datetime("t1"."k2") NULLS LAST
LIMIT 10
