SELECT "t0"."warehouse_id" AS "c0", "t0"."name" AS "c1", "t0"."opens" AS "c2", "t0"."closes" AS "c3", "t0"."handling" AS "c4",
   json("t0"."location") AS "c5"
FROM "warehouse" AS "t0"
WHERE "t0"."warehouse_id" = ?

UPDATE "warehouse" AS "t0" SET "name" = ?, "opens" = fraiseql_time_text(?), "closes" = fraiseql_time_text(?), "handling" = ?,
   "location" = ?
WHERE "t0"."warehouse_id" = ? RETURNING "warehouse_id" AS "c0", "name" AS "c1", "opens" AS "c2", "closes" AS "c3", "handling" AS "c4",
   json("location") AS "c5"

SELECT "t0"."name" AS "c0"
FROM "warehouse" AS "t0"
WHERE "t0"."warehouse_id" = ?
