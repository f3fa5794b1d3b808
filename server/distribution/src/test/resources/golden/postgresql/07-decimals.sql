SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ("t0"."price" > ?::numeric AND "t0"."exact_cost" < ?::numeric)
ORDER BY "t0"."book_id"
