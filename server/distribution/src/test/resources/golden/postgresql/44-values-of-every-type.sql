SELECT "t0"."an_int" AS "c0", "t0"."a_bigint" AS "c1", "t0"."a_float" AS "c2", "t0"."a_decimal" AS "c3", "t0"."a_big_decimal" AS "c4",
   "t0"."a_text" AS "c5", "t0"."a_boolean" AS "c6", "t0"."a_uuid" AS "c7", "t0"."a_datetime" AS "c8", "t0"."a_local_datetime" AS "c9",
   "t0"."a_date" AS "c10", "t0"."a_time" AS "c11", "t0"."a_duration" AS "c12", "t0"."a_json"::text AS "c13", "t0"."some_bytes" AS "c14",
   "t0"."a_format"::text AS "c15", array_to_json("t0"."some_texts")::text AS "c16"
FROM "specimen" AS "t0"
WHERE (NOT (("t0"."a_uuid" = ANY(?::uuid[]) OR ("t0"."a_uuid" IS NULL AND NULL))) AND ("t0"."a_decimal" = ANY(?::numeric[]) OR ("t0"."a_decimal" IS NULL AND NULL)) AND ("t0"."a_datetime" = ANY(?::timestamptz[]) OR ("t0"."a_datetime" IS NULL AND NULL)) AND "t0"."a_duration" > ?::interval AND "t0"."some_bytes" = ?::bytea AND ("t0"."a_text" <> ALL(?::text[]) AND ("t0"."a_text" IS NOT NULL OR NULL)) AND "t0"."a_time" <= ?::time)
ORDER BY "t0"."a_duration" DESC, "t0"."a_uuid", "t0"."specimen_id"
