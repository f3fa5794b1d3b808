SELECT CASE json_type("t0"."data", '$."name"') WHEN 'text' THEN "t0"."data" ->> '$."name"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."name"' END AS "c0",
   "t0"."data" ->> '$."born"' AS "c1", CASE json_type("t0"."data", '$."alive"') WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE fraiseql_json_scalar("t0"."data" -> '$."alive"',
   'BOOLEAN') END AS "c2", nullif("t0"."data" -> '$."country"', 'null') AS "c3", nullif("t0"."data" -> '$."books"', 'null') AS "c4"
FROM "v_author_profile" AS "t0"
ORDER BY CASE json_type("t0"."data", '$."author_id"') WHEN 'integer' THEN "t0"."data" ->> '$."author_id"' ELSE fraiseql_json_scalar("t0"."data" -> '$."author_id"',
   'INT') END NULLS LAST
LIMIT 5
