SELECT (SUM("t1"."a2") OVER (PARTITION BY "t1"."k1" ORDER BY "t1"."k2"))::numeric AS "c0", (MAX("t1"."k2"::text) OVER (PARTITION BY "t1"."k1"))::text AS "c1"
FROM (
  SELECT ("t0"."data"::jsonb -> 'customer' ->> 'region') AS "k1", ("t0"."data"::jsonb ->> 'category') AS "k2", SUM("t0"."revenue")::numeric AS "a2"
  FROM "tf_sales" AS "t0"
  GROUP BY ("t0"."data"::jsonb -> 'customer' ->> 'region'), ("t0"."data"::jsonb ->> 'category')
) AS "t1"
ORDER BY "t1"."k1", "t1"."k2"
