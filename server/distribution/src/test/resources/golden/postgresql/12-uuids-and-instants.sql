SELECT "t0"."name" AS "c0"
FROM "customer" AS "t0"
WHERE ("t0"."customer_id" = ?::uuid AND "t0"."joined_at" >= ?::timestamptz AND "t0"."active" = ?::boolean)
ORDER BY "t0"."customer_id"
