SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
ORDER BY "t0"."book_id"
LIMIT 10
OFFSET 20
