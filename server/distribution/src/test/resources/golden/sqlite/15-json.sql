SELECT "t0"."title" AS "c0", json("t0"."attributes") AS "c1"
FROM "book" AS "t0"
WHERE (fraiseql_json_has_key("t0"."attributes", ?) AND fraiseql_json_contains("t0"."attributes", ?))
ORDER BY "t0"."book_id"
