SELECT ("t0"."data"::jsonb ->> 'name')::text AS "c0", ("t0"."data"::jsonb ->> 'born')::date AS "c1", ("t0"."data"::jsonb ->> 'alive')::boolean AS "c2",
   NULLIF(("t0"."data"::jsonb -> 'country')::jsonb, 'null'::jsonb)::text AS "c3", NULLIF(("t0"."data"::jsonb -> 'books')::jsonb,
   'null'::jsonb)::text AS "c4"
FROM "v_author_profile" AS "t0"
ORDER BY ("t0"."data"::jsonb ->> 'author_id')::bigint
LIMIT 5
