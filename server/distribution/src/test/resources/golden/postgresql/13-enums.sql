SELECT "t0"."order_id" AS "c0", "t0"."status"::text AS "c1"
FROM "order" AS "t0"
WHERE "t0"."status" = ANY(?::order_status[])
ORDER BY "t0"."order_id"
