SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ("t0"."title" = ? AND "t0"."isbn" <> ?)
ORDER BY "t0"."book_id"
