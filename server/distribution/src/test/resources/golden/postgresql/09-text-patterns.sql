SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE (strpos("t0"."title", ?::text) > 0 AND starts_with(lower("t0"."title"), lower(?::text)) AND "t0"."title" LIKE ?::text AND "t0"."title" ~* ?::text)
ORDER BY "t0"."book_id"
