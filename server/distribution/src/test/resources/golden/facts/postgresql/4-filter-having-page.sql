SELECT "t1"."k1"::text AS "c0"
FROM (
  SELECT ("t0"."data"::jsonb ->> 'category') AS "k1", SUM("t0"."revenue")::numeric AS "a1"
  FROM "tf_sales" AS "t0"
  WHERE (("t0"."data"::jsonb -> 'customer' ->> 'region') = ?::text AND "t0"."sold_on" >= ?::date)
  GROUP BY ("t0"."data"::jsonb ->> 'category')
) AS "t1"
WHERE "t1"."a1" > ?::numeric
ORDER BY "t1"."a1" DESC, "t1"."k1"
LIMIT 10
OFFSET 5
