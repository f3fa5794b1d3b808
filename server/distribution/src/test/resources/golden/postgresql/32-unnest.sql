WITH "b0" AS MATERIALIZED (
  SELECT ROW_NUMBER() OVER (ORDER BY ("t0"."data"::jsonb ->> 'author_id')::bigint) AS "n", ("t0"."data"::jsonb ->> 'name')::text AS "c0",
     NULLIF(("t0"."data"::jsonb -> 'books')::jsonb, 'null'::jsonb) AS "k0"
  FROM "v_author_profile" AS "t0"
  ORDER BY ("t0"."data"::jsonb ->> 'author_id')::bigint
  LIMIT 5
)
SELECT 0 AS "c0", NULL::bigint AS "c1", "b0"."n" AS "c2", "b0"."c0" AS "c3", NULL::text AS "c4"
FROM "b0"
UNION ALL
SELECT 1 AS "c0", "b0"."n" AS "c1", "x"."n" AS "c2", NULL::text AS "c3", "x"."c0" AS "c4"
FROM "b0"
CROSS JOIN LATERAL (
  SELECT ROW_NUMBER() OVER (ORDER BY ("t1"."value"::jsonb ->> 'price')::numeric DESC, "t1"."ordinal") AS "n", "t1"."value"::text AS "c0"
  FROM jsonb_array_elements(CASE WHEN jsonb_typeof("b0"."k0"::jsonb) = 'array' THEN "b0"."k0"::jsonb END) WITH ORDINALITY AS "t1"("value",
     "ordinal")
  WHERE ("t1"."value"::jsonb ->> 'in_print')::boolean = ?::boolean
  ORDER BY ("t1"."value"::jsonb ->> 'price')::numeric DESC, "t1"."ordinal"
  LIMIT 2
) AS "x"
