SELECT "t1"."k1"::text AS "c0", "t1"."k2" AS "c1", "t1"."a2" AS "c2", "t1"."a3" AS "c3", "t1"."a4" AS "c4"
FROM (
  SELECT ("t0"."data"::jsonb -> 'customer' ->> 'region') AS "k1", DATE_TRUNC('month', "t0"."sold_on"::timestamp)::date AS "k2",
     COUNT(*) AS "a2", SUM("t0"."revenue")::numeric AS "a3", SIGN(SUM("t0"."revenue")::numeric) * DIV(ABS(SUM("t0"."revenue")::numeric) * 2e8 + COUNT("t0"."revenue"),
     2 * COUNT("t0"."revenue")::numeric) * 1e-8 AS "a4"
  FROM "tf_sales" AS "t0"
  GROUP BY ("t0"."data"::jsonb -> 'customer' ->> 'region'), DATE_TRUNC('month', "t0"."sold_on"::timestamp)::date
) AS "t1"
ORDER BY "t1"."k1", "t1"."k2"
