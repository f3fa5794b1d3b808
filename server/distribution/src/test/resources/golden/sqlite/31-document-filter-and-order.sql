SELECT CASE json_type("t0"."data", '$."name"') WHEN 'text' THEN "t0"."data" ->> '$."name"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."name"' END AS "c0",
   CASE json_type("t0"."data", '$."email"') WHEN 'text' THEN "t0"."data" ->> '$."email"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."email"' END AS "c1"
FROM "v_author_profile" AS "t0"
WHERE ((instr(CASE json_type("t0"."data", '$."name"') WHEN 'text' THEN "t0"."data" ->> '$."name"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."name"' END,
   ?) = 1) AND nullif("t0"."data" -> '$."country"', 'null') IS NOT NULL AND (CASE json_type("t0"."data", '$."country"."code"') WHEN 'text' THEN "t0"."data" ->> '$."country"."code"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."country"."code"' END = ? AND CASE json_type("t0"."data",
   '$."country"."code"') WHEN 'text' THEN "t0"."data" ->> '$."country"."code"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."country"."code"' END = ? COLLATE BINARY))
ORDER BY "t0"."data" ->> '$."born"' DESC NULLS FIRST, CASE json_type("t0"."data", '$."author_id"') WHEN 'integer' THEN "t0"."data" ->> '$."author_id"' ELSE fraiseql_json_scalar("t0"."data" -> '$."author_id"',
   'INT') END NULLS LAST
