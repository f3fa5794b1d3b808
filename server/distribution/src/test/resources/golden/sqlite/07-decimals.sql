SELECT "t0"."title" AS "c0"
FROM "book" AS "t0"
WHERE (fraiseql_decimal_compare("t0"."price", ?, 2) > 0 AND fraiseql_decimal_compare("t0"."exact_cost", ?, 10) < 0)
ORDER BY "t0"."book_id"
