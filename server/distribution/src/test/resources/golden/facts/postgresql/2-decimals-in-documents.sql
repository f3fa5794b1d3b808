SELECT "t1"."k1" AS "c0", "t1"."a1" AS "c1", "t1"."a2" AS "c2"
FROM (
  SELECT TRIM_SCALE(("t0"."data"::jsonb ->> 'discount')::numeric) AS "k1", TRIM_SCALE(SUM(("t0"."data"::jsonb ->> 'discount')::numeric)::numeric) AS "a1",
     TRIM_SCALE(MAX(("t0"."data"::jsonb ->> 'discount')::numeric)) AS "a2"
  FROM "tf_sales" AS "t0"
  GROUP BY TRIM_SCALE(("t0"."data"::jsonb ->> 'discount')::numeric)
) AS "t1"
ORDER BY "t1"."k1"
