SELECT "t0"."warehouse_id" AS "c0", "t0"."name" AS "c1", "t0"."opens" AS "c2", "t0"."closes" AS "c3", "t0"."handling" AS "c4",
   "t0"."location"::text AS "c5"
FROM "warehouse" AS "t0"
WHERE (starts_with("t0"."name", ?::text) AND EXISTS (
  SELECT 1 AS "x"
  FROM "stock" AS "t1"
  WHERE ("t1"."warehouse_id" = "t0"."warehouse_id" AND "t1"."quantity" > 9)
))
ORDER BY "t0"."warehouse_id"
LIMIT ?::bigint FOR UPDATE OF "t0"

UPDATE "warehouse" AS "t0" SET "name" = ?::text, "opens" = ?::time, "closes" = ?::time, "handling" = ?::interval, "location" = ?::jsonb
WHERE "t0"."warehouse_id" = ANY(?::bigint[]) RETURNING "warehouse_id" AS "c0", "name" AS "c1", "opens" AS "c2", "closes" AS "c3",
   "handling" AS "c4", "location"::text AS "c5"
