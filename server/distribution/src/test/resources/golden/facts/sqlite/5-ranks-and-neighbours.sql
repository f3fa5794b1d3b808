SELECT "t1"."k1" AS "c0", RANK() OVER (ORDER BY "t1"."a1" COLLATE fraiseql_decimal DESC NULLS FIRST) AS "c1", LAG("t1"."a1",
   1) OVER (ORDER BY "t1"."k1" NULLS LAST) AS "c2"
FROM (
  SELECT CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY AS "k1",
     fraiseql_sum("t0"."revenue", 2) AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY
) AS "t1"
ORDER BY "t1"."k1" NULLS LAST
