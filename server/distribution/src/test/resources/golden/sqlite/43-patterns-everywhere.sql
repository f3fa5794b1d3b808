SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE ((instr("t0"."title", ?) > 0) AND (instr(fraiseql_lower("t0"."title"), fraiseql_lower(?)) > 0) AND (instr(fraiseql_lower("t0"."title"),
   fraiseql_lower(?)) = 1) AND (length("t0"."title") >= length(?) AND substr("t0"."title", length("t0"."title") - length(?) + 1) = ?) AND NOT (fraiseql_like("t0"."title",
   ?, 0)))
ORDER BY "t0"."book_id"
