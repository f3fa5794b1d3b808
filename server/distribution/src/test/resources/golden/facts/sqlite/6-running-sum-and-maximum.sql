SELECT fraiseql_sum("t1"."a2", 2) OVER (PARTITION BY "t1"."k1" ORDER BY "t1"."k2" NULLS LAST) AS "c0", MAX("t1"."k2") OVER (PARTITION BY "t1"."k1") AS "c1"
FROM (
  SELECT CAST(CASE json_type("t0"."data", '$."customer"."region"') WHEN 'text' THEN "t0"."data" ->> '$."customer"."region"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."customer"."region"' END AS TEXT) COLLATE BINARY AS "k1",
     CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY AS "k2",
     fraiseql_sum("t0"."revenue", 2) AS "a2"
  FROM "tf_sales" AS "t0"
  GROUP BY CAST(CASE json_type("t0"."data", '$."customer"."region"') WHEN 'text' THEN "t0"."data" ->> '$."customer"."region"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."customer"."region"' END AS TEXT) COLLATE BINARY,
     CAST(CASE json_type("t0"."data", '$."category"') WHEN 'text' THEN "t0"."data" ->> '$."category"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."category"' END AS TEXT) COLLATE BINARY
) AS "t1"
ORDER BY "t1"."k1" NULLS LAST, "t1"."k2" NULLS LAST
