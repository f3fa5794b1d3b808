SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ("t0"."pages" >= ?::bigint AND "t0"."pages" < ?::bigint AND "t0"."copies_sold" > ?::bigint AND "t0"."rating" <= ?::double precision)
ORDER BY "t0"."book_id"
