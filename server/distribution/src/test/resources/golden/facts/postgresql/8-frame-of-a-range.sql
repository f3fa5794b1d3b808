SELECT COUNT(*) OVER (ORDER BY "t1"."a1" RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS "c0"
FROM (
  SELECT ("t0"."data"::jsonb ->> 'category') AS "k1", COUNT(*) AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY ("t0"."data"::jsonb ->> 'category')
) AS "t1"
WHERE "t1"."a1" > 1
ORDER BY "t1"."k1"
