SELECT COUNT(*) OVER (ORDER BY "t1"."a1" NULLS LAST RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS "c0"
FROM (
  SELECT CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY AS "k1",
     COUNT(*) AS "a1"
  FROM "tf_sales" AS "t0"
  GROUP BY CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY
) AS "t1"
WHERE "t1"."a1" > 1
ORDER BY "t1"."k1" NULLS LAST
