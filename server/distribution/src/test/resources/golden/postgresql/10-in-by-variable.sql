SELECT "t0"."name" AS "c0"
FROM "country" AS "t0"
WHERE "t0"."code" = ANY(?::text[])
ORDER BY "t0"."code"
