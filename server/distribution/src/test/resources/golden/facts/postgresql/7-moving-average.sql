SELECT SIGN((SUM("t1"."a1") OVER (ORDER BY "t1"."k1" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW))::numeric) * DIV(ABS((SUM("t1"."a1") OVER (ORDER BY "t1"."k1" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW))::numeric) * 2e8 + (COUNT("t1"."a1") OVER (ORDER BY "t1"."k1" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW))::numeric,
   2 * (COUNT("t1"."a1") OVER (ORDER BY "t1"."k1" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW))::numeric) * 1e-8 AS "c0"
FROM (
  SELECT ("t0"."data"::jsonb ->> 'category') AS "k1", SUM("t0"."revenue")::numeric AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY ("t0"."data"::jsonb ->> 'category')
) AS "t1"
ORDER BY "t1"."k1"
