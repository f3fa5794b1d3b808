SELECT "t0"."warehouse_id" AS "c0", "t0"."name" AS "c1", "t0"."opens" AS "c2", "t0"."closes" AS "c3", "t0"."handling" AS "c4",
   json("t0"."location") AS "c5"
FROM "warehouse" AS "t0"
WHERE ((instr("t0"."name", ?) = 1) AND EXISTS (
  SELECT 1 AS "x"
  FROM "stock" AS "t1"
  WHERE ("t1"."warehouse_id" = "t0"."warehouse_id" AND "t1"."quantity" > 9)
))
ORDER BY "t0"."warehouse_id"
LIMIT ?

UPDATE "warehouse" AS "t0" SET "name" = ?, "opens" = fraiseql_time_text(?), "closes" = fraiseql_time_text(?), "handling" = ?,
   "location" = ?
WHERE ("t0"."warehouse_id") IN (
  SELECT "w"."c0"
  FROM (
    SELECT value ->> 0 AS "c0", key AS "ordinal"
    FROM json_each(?)
  ) AS "w"
) RETURNING "warehouse_id" AS "c0", "name" AS "c1", "opens" AS "c2", "closes" AS "c3", "handling" AS "c4", json("location") AS "c5"
