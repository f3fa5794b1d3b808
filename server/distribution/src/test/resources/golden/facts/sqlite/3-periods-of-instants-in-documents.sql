SELECT "t1"."k1" AS "c0", "t1"."a1" AS "c1"
FROM (
  SELECT fraiseql_period("t0"."data" ->> '$."paid"."at"', 'DATETIME', 'ISO', 'WEEK') AS "k1", COUNT(*) AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY fraiseql_period("t0"."data" ->> '$."paid"."at"', 'DATETIME', 'ISO', 'WEEK')
) AS "t1"
ORDER BY "t1"."a1" DESC NULLS FIRST, fraiseql_datetime("t1"."k1") NULLS LAST
