WITH "b0" AS MATERIALIZED (
  SELECT ROW_NUMBER() OVER (ORDER BY CASE json_type("t0"."data", '$."author_id"') WHEN 'integer' THEN "t0"."data" ->> '$."author_id"' ELSE fraiseql_json_scalar("t0"."data" -> '$."author_id"',
     'INT') END NULLS LAST) AS "n", CASE json_type("t0"."data", '$."name"') WHEN 'text' THEN "t0"."data" ->> '$."name"' WHEN 'null' THEN NULL ELSE "t0"."data" -> '$."name"' END AS "c0",
     nullif("t0"."data" -> '$."books"', 'null') AS "k0"
  FROM "v_author_profile" AS "t0"
  ORDER BY CASE json_type("t0"."data", '$."author_id"') WHEN 'integer' THEN "t0"."data" ->> '$."author_id"' ELSE fraiseql_json_scalar("t0"."data" -> '$."author_id"',
     'INT') END NULLS LAST
  LIMIT 5
)
SELECT 0 AS "c0", NULL AS "c1", "b0"."n" AS "c2", "b0"."c0" AS "c3", NULL AS "c4"
FROM "b0"
UNION ALL
SELECT 1 AS "c0", "x"."p" AS "c1", "x"."n" AS "c2", NULL AS "c3", "x"."c0" AS "c4"
FROM (
  SELECT "b0"."n" AS "p", ROW_NUMBER() OVER (PARTITION BY "b0"."n" ORDER BY fraiseql_json_scalar("t1"."value" -> '$."price"',
     'DECIMAL') COLLATE fraiseql_decimal DESC NULLS FIRST, "t1"."ordinal") AS "n", json("t1"."value") AS "c0"
  FROM "b0"
  JOIN (
    SELECT key AS ordinal, CASE WHEN type IN ('object', 'array') THEN value ELSE json -> fullkey END AS value, json AS document
    FROM json_each
  ) AS "t1" ON "t1".document = CASE json_type("b0"."k0") WHEN 'array' THEN "b0"."k0" END
  WHERE CASE json_type("t1"."value", '$."in_print"') WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE fraiseql_json_scalar("t1"."value" -> '$."in_print"',
     'BOOLEAN') END = ?
) AS "x"
WHERE "x"."n" <= 2
