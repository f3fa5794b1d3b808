SELECT "t0"."book_id" AS "c0"
FROM "book" AS "t0"
LEFT JOIN "publisher" AS "t1" ON "t1"."publisher_id" = "t0"."publisher_id"
WHERE (fraiseql_decimal_compare("t0"."price", ?, 2) <= 0 AND (fraiseql_decimal_compare("t0"."price", ?, 2) < 0 OR (("t0"."rating" >= ? AND ("t0"."rating" > ? OR (("t1"."name" >= ? AND ("t1"."name" > ? OR "t0"."book_id" > ?)) OR "t1"."name" IS NULL))) OR "t0"."rating" IS NULL)))
ORDER BY "t0"."price" DESC, "t0"."rating" NULLS LAST, "t1"."name" NULLS LAST, "t0"."book_id"
LIMIT 10
