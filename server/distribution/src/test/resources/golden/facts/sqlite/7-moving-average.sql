SELECT fraiseql_avg("t1"."a1", 2, 8) OVER (ORDER BY "t1"."k1" NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS "c0"
FROM (
  SELECT CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY AS "k1",
     fraiseql_sum("t0"."revenue", 2) AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY
) AS "t1"
ORDER BY "t1"."k1" NULLS LAST
