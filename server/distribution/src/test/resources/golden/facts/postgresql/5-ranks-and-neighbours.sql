SELECT "t1"."k1"::text AS "c0", RANK() OVER (ORDER BY "t1"."a1" DESC) AS "c1", LAG("t1"."a1", 1) OVER (ORDER BY "t1"."k1") AS "c2"
FROM (
  SELECT ("t0"."data"::jsonb ->> 'category') AS "k1", SUM("t0"."revenue")::numeric AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY ("t0"."data"::jsonb ->> 'category')
) AS "t1"
ORDER BY "t1"."k1"
