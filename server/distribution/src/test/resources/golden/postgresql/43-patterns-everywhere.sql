SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE (strpos("t0"."title", ?::text) > 0 AND strpos(lower("t0"."title"), lower(?::text)) > 0 AND starts_with(lower("t0"."title"),
   lower(?::text)) AND right("t0"."title", length(?::text)) = ?::text AND "t0"."title" NOT LIKE ?::text)
ORDER BY "t0"."book_id"
