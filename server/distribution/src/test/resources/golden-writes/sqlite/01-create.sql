INSERT INTO "warehouse" ("warehouse_id", "name", "opens", "closes", "handling", "location") VALUES (?, ?, fraiseql_time_text(?),
   fraiseql_time_text(?), ?, ?) RETURNING "warehouse_id" AS "c0", "name" AS "c1", "opens" AS "c2", "closes" AS "c3", "handling" AS "c4",
   json("location") AS "c5"

SELECT "t0"."warehouse_id" AS "c0", "t0"."name" AS "c1"
FROM "warehouse" AS "t0"
WHERE "t0"."warehouse_id" = ?
