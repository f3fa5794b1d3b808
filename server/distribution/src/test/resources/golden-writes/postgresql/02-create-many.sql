INSERT INTO "warehouse" ("warehouse_id", "name", "opens", "closes", "handling", "location")
SELECT "w"."c0", "w"."c1", "w"."c2", "w"."c3", "w"."c4", "w"."c5"
FROM unnest(?::bigint[], ?::text[], ?::time[], ?::time[], ?::interval[], ?::jsonb[]) WITH ORDINALITY AS "w"("c0", "c1", "c2",
   "c3", "c4", "c5", "ordinal")
ORDER BY "w"."ordinal" RETURNING "warehouse_id" AS "c0", "name" AS "c1", "opens" AS "c2", "closes" AS "c3", "handling" AS "c4",
   "location"::text AS "c5"

SELECT "t0"."name" AS "c0"
FROM "warehouse" AS "t0"
JOIN unnest(?::bigint[]) WITH ORDINALITY AS "w"("c0", "ordinal") ON "t0"."warehouse_id" = "w"."c0"
ORDER BY "w"."ordinal"
