SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ("t0"."title" = ?::text AND "t0"."isbn" <> ?::text)
ORDER BY "t0"."book_id"
