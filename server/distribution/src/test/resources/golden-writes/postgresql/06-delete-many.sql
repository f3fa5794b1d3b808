SELECT "t0"."warehouse_id" AS "c0", "t0"."book_id" AS "c1", "t0"."edition_number" AS "c2", "t0"."quantity" AS "c3", "t0"."counted_at" AS "c4"
FROM "stock" AS "t0"
WHERE "t0"."quantity" = ?::bigint
ORDER BY "t0"."warehouse_id", "t0"."book_id", "t0"."edition_number"
LIMIT ?::bigint FOR UPDATE OF "t0"

DELETE
FROM "stock" AS "t0"
WHERE ("t0"."warehouse_id" = ANY(?::bigint[]) AND ("t0"."warehouse_id", "t0"."book_id", "t0"."edition_number") IN (
  SELECT "w"."c0", "w"."c1", "w"."c2"
  FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) WITH ORDINALITY AS "w"("c0", "c1", "c2", "ordinal")
))

SELECT "t0"."book_id" AS "c0"
FROM "stock" AS "t0"
JOIN unnest(?::bigint[], ?::bigint[], ?::bigint[]) WITH ORDINALITY AS "w"("c0", "c1", "c2", "ordinal") ON ("t0"."warehouse_id" = "w"."c0" AND "t0"."book_id" = "w"."c1" AND "t0"."edition_number" = "w"."c2")
ORDER BY "w"."ordinal"
