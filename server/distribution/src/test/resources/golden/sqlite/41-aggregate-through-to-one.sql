SELECT "t1"."k1" AS "c0", "t1"."k2" AS "c1", "t1"."a2" AS "c2"
FROM (
  SELECT "t2"."name" AS "k1", fraiseql_period("t0"."published", 'DATE', 'ISO', 'YEAR') AS "k2", COUNT(*) AS "a2"
  FROM "book" AS "t0"
  LEFT JOIN "publisher" AS "t2" ON "t2"."publisher_id" = "t0"."publisher_id"
  GROUP BY "t2"."name", fraiseql_period("t0"."published", 'DATE', 'ISO', 'YEAR')
) AS "t1"
ORDER BY "t1"."k1" NULLS LAST, "t1"."k2" NULLS LAST
