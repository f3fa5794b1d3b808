SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ("t0"."pages" >= ? AND "t0"."pages" < ? AND "t0"."copies_sold" > ? AND "t0"."rating" <= ?)
ORDER BY "t0"."book_id"
