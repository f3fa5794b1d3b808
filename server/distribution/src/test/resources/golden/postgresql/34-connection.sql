SELECT "t0"."book_id" AS "c0", "t0"."title" AS "c1"
FROM "book" AS "t0"
WHERE "t0"."book_id" > ?::bigint
ORDER BY "t0"."book_id"
LIMIT ?::bigint
