SELECT "t0"."an_int" AS "c0", "t0"."a_bigint" AS "c1", "t0"."a_float" AS "c2", "t0"."a_decimal" AS "c3", "t0"."a_big_decimal" AS "c4",
   "t0"."a_text" AS "c5", "t0"."a_boolean" AS "c6", "t0"."a_uuid" AS "c7", "t0"."a_datetime" AS "c8", "t0"."a_local_datetime" AS "c9",
   "t0"."a_date" AS "c10", "t0"."a_time" AS "c11", "t0"."a_duration" AS "c12", json("t0"."a_json") AS "c13", "t0"."some_bytes" AS "c14",
   "t0"."a_format" AS "c15", json("t0"."some_texts") AS "c16"
FROM "specimen" AS "t0"
WHERE (NOT ("t0"."a_uuid" IN (
  SELECT value
  FROM json_each(?)
  UNION ALL
  SELECT upper(value)
  FROM json_each(?)
  UNION ALL
  SELECT x''
)) AND fraiseql_decimal("t0"."a_decimal", 4) IN (
  SELECT value
  FROM json_each(?)
  UNION ALL
  SELECT x''
) AND fraiseql_datetime("t0"."a_datetime") IN (
  SELECT value
  FROM json_each(?)
  UNION ALL
  SELECT x''
) AND fraiseql_duration("t0"."a_duration") > fraiseql_duration(?) AND "t0"."some_bytes" = ? AND "t0"."a_text" NOT IN (
  SELECT value
  FROM json_each(?)
  UNION ALL
  SELECT x''
) AND fraiseql_time("t0"."a_time") <= ?)
ORDER BY fraiseql_duration("t0"."a_duration") DESC NULLS FIRST, lower("t0"."a_uuid") NULLS LAST, "t0"."specimen_id"
