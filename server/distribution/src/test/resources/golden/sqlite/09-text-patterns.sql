SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ((instr("t0"."title", ?) > 0) AND (instr(fraiseql_lower("t0"."title"), fraiseql_lower(?)) = 1) AND (fraiseql_like("t0"."title",
   ?, 0)) AND (fraiseql_regex("t0"."title", ?, 1)))
ORDER BY "t0"."book_id"
