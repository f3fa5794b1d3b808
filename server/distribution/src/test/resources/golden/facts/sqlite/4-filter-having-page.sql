SELECT "t1"."k1" AS "c0"
FROM (
  SELECT CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY AS "k1",
     fraiseql_sum("t0"."revenue", 2) AS "a1"
  FROM "tf_sales" AS "t0"
  WHERE ((CASE json_type("t0"."data", '$."customer"."region"') WHEN 'text' THEN "t0"."data" ->> '$."customer"."region"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."customer"."region"' END = ? AND CASE json_type("t0"."data",
     '$."customer"."region"') WHEN 'text' THEN "t0"."data" ->> '$."customer"."region"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."customer"."region"' END = ? COLLATE BINARY) AND "t0"."sold_on" >= ?)
  GROUP BY CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY
) AS "t1"
WHERE fraiseql_decimal_compare("t1"."a1", ?, 2) > 0
ORDER BY "t1"."a1" COLLATE fraiseql_decimal DESC NULLS FIRST, "t1"."k1" NULLS LAST
LIMIT 10
OFFSET 5
