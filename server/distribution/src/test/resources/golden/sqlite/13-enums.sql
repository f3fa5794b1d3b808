SELECT "t0"."order_id" AS "c0", "t0"."status" AS "c1"
FROM "order" AS "t0"
WHERE "t0"."status" IN (
  SELECT value
  FROM json_each(?)
)
ORDER BY "t0"."order_id"
