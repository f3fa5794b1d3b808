SELECT "t0"."title" AS "c0", "t0"."book_id" AS "c1"
FROM "book" AS "t0"
WHERE ("t0"."title", "t0"."book_id") < (?::text, ?::bigint)
ORDER BY "t0"."title" DESC, "t0"."book_id" DESC
LIMIT 11
