SELECT "t0"."title" AS "c0", "t0"."rating" AS "c1"
FROM "book" AS "t0"
ORDER BY "t0"."rating" DESC NULLS FIRST, "t0"."title", "t0"."book_id"
LIMIT 5
