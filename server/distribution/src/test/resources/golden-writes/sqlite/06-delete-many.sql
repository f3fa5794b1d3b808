SELECT "t0"."warehouse_id" AS "c0", "t0"."book_id" AS "c1", "t0"."edition_number" AS "c2", "t0"."quantity" AS "c3", "t0"."counted_at" AS "c4"
FROM "stock" AS "t0"
WHERE "t0"."quantity" = ?
ORDER BY "t0"."warehouse_id", "t0"."book_id", "t0"."edition_number"
LIMIT ?

DELETE
FROM "stock" AS "t0"
WHERE ("t0"."warehouse_id", "t0"."book_id", "t0"."edition_number") IN (
  SELECT "w"."c0", "w"."c1", "w"."c2"
  FROM (
    SELECT value ->> 0 AS "c0", value ->> 1 AS "c1", value ->> 2 AS "c2", key AS "ordinal"
    FROM json_each(?)
  ) AS "w"
)

SELECT "t0"."book_id" AS "c0"
FROM "stock" AS "t0"
JOIN (
  SELECT value ->> 0 AS "c0", value ->> 1 AS "c1", value ->> 2 AS "c2", key AS "ordinal"
  FROM json_each(?)
) AS "w" ON ("t0"."warehouse_id" = "w"."c0" AND "t0"."book_id" = "w"."c1" AND "t0"."edition_number" = "w"."c2")
ORDER BY "w"."ordinal"
