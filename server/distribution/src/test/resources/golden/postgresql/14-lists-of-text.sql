SELECT "t0"."title" AS "c0", array_to_json("t0"."tags")::text AS "c1"
FROM "book" AS "t0"
WHERE ("t0"."tags" @> ?::text[] AND "t0"."tags" && ?::text[] AND cardinality("t0"."tags") > ?::bigint)
ORDER BY "t0"."book_id"
