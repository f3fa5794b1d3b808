INSERT INTO "warehouse" ("warehouse_id", "name", "opens", "closes", "handling", "location")
SELECT "w"."c0", "w"."c1", "w"."c2", "w"."c3", "w"."c4", "w"."c5"
FROM (
  SELECT value ->> 0 AS "c0", value ->> 1 AS "c1", fraiseql_time_text(value ->> 2) AS "c2", fraiseql_time_text(value ->> 3) AS "c3",
     value ->> 4 AS "c4", value ->> 5 AS "c5", key AS "ordinal"
  FROM json_each(?)
) AS "w"
ORDER BY "w"."ordinal" RETURNING "warehouse_id" AS "c0", "name" AS "c1", "opens" AS "c2", "closes" AS "c3", "handling" AS "c4",
   json("location") AS "c5"

SELECT "t0"."name" AS "c0"
FROM "warehouse" AS "t0"
JOIN (
  SELECT value ->> 0 AS "c0", key AS "ordinal"
  FROM json_each(?)
) AS "w" ON "t0"."warehouse_id" = "w"."c0"
ORDER BY "w"."ordinal"
