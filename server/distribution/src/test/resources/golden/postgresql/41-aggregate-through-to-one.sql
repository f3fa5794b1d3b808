SELECT "t1"."k1"::text AS "c0", "t1"."k2" AS "c1", "t1"."a2" AS "c2"
FROM (
  SELECT "t2"."name" AS "k1", DATE_TRUNC('year', "t0"."published"::timestamp)::date AS "k2", COUNT(*) AS "a2"
  FROM "book" AS "t0"
  LEFT JOIN "publisher" AS "t2" ON "t2"."publisher_id" = "t0"."publisher_id"
  GROUP BY "t2"."name", DATE_TRUNC('year', "t0"."published"::timestamp)::date
) AS "t1"
ORDER BY "t1"."k1", "t1"."k2"
