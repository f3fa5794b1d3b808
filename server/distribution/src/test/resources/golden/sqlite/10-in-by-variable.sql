SELECT "t0"."name" AS "c0"
FROM "country" AS "t0"
WHERE "t0"."code" IN (
  SELECT value
  FROM json_each(?)
)
ORDER BY "t0"."code"
