SELECT "t0"."title" AS "c0", "t0"."attributes"::text AS "c1"
FROM "book" AS "t0"
WHERE (("t0"."attributes"::jsonb ?? ?::text AND jsonb_typeof("t0"."attributes"::jsonb) = 'object') AND "t0"."attributes"::jsonb @> ?::jsonb)
ORDER BY "t0"."book_id"
