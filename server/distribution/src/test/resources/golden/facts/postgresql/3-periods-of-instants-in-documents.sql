SELECT "t1"."k1" AS "c0", "t1"."a1" AS "c1"
FROM (
  SELECT DATE_TRUNC('week', ("t0"."data"::jsonb -> 'paid' ->> 'at')::timestamptz) AS "k1", COUNT(*) AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY DATE_TRUNC('week', ("t0"."data"::jsonb -> 'paid' ->> 'at')::timestamptz)
) AS "t1"
ORDER BY "t1"."a1" DESC, "t1"."k1"
