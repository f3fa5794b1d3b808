SELECT "t0"."title" AS "c0", json("t0"."tags") AS "c1"
FROM "book" AS "t0"
WHERE (fraiseql_array_contains("t0"."tags", ?, 'TEXT') AND fraiseql_array_overlaps("t0"."tags", ?, 'TEXT') AND CASE json_type("t0"."tags") WHEN 'array' THEN json_array_length("t0"."tags") END > ?)
ORDER BY "t0"."book_id"
