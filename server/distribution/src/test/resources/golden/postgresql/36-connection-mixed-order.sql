SELECT "t0"."book_id" AS "c0"
FROM "book" AS "t0"
LEFT JOIN "publisher" AS "t1" ON "t1"."publisher_id" = "t0"."publisher_id"
WHERE ("t0"."price" <= ?::numeric AND ("t0"."price" < ?::numeric OR (("t0"."rating" >= ?::double precision AND ("t0"."rating" > ?::double precision OR (("t1"."name" >= ?::text AND ("t1"."name" > ?::text OR "t0"."book_id" > ?::bigint)) OR "t1"."name" IS NULL))) OR "t0"."rating" IS NULL)))
ORDER BY "t0"."price" DESC, "t0"."rating", "t1"."name", "t0"."book_id"
LIMIT 10
