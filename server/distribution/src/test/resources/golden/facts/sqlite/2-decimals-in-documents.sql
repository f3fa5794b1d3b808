SELECT "t1"."k1" AS "c0", "t1"."a1" AS "c1", "t1"."a2" AS "c2"
FROM (
  SELECT fraiseql_decimal(fraiseql_json_scalar("t0"."data" -> '$."discount"', 'DECIMAL'), -1) AS "k1", fraiseql_sum(fraiseql_json_scalar("t0"."data" -> '$."discount"',
     'DECIMAL'), -1) AS "a1", MAX(fraiseql_decimal(fraiseql_json_scalar("t0"."data" -> '$."discount"', 'DECIMAL'), -1) COLLATE fraiseql_decimal) AS "a2"
  FROM "tf_sales" AS "t0"
  GROUP BY fraiseql_decimal(fraiseql_json_scalar("t0"."data" -> '$."discount"', 'DECIMAL'), -1)
) AS "t1"
ORDER BY "t1"."k1" COLLATE fraiseql_decimal NULLS LAST
