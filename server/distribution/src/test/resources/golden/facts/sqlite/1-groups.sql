SELECT "t1"."k1" AS "c0", "t1"."k2" AS "c1", "t1"."a2" AS "c2", "t1"."a3" AS "c3", "t1"."a4" AS "c4"
FROM (
  SELECT CAST(CASE json_type("t0"."data", '$."customer"."region"') WHEN 'text' THEN "t0"."data" ->> '$."customer"."region"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."customer"."region"' END AS TEXT) COLLATE BINARY AS "k1",
     fraiseql_period("t0"."sold_on", 'DATE', 'ISO', 'MONTH') AS "k2", COUNT(*) AS "a2", fraiseql_sum("t0"."revenue", 2) AS "a3",
     fraiseql_avg("t0"."revenue", 2, 8) AS "a4"
  FROM "tf_sales" AS "t0"
  GROUP BY CAST(CASE json_type("t0"."data", '$."customer"."region"') WHEN 'text' THEN "t0"."data" ->> '$."customer"."region"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."customer"."region"' END AS TEXT) COLLATE BINARY,
     fraiseql_period("t0"."sold_on", 'DATE', 'ISO', 'MONTH')
) AS "t1"
ORDER BY "t1"."k1" NULLS LAST, "t1"."k2" NULLS LAST
