SELECT ("t0"."data"::jsonb ->> 'name')::text AS "c0", ("t0"."data"::jsonb ->> 'email')::text AS "c1"
FROM "v_author_profile" AS "t0"
WHERE (starts_with(("t0"."data"::jsonb ->> 'name'), ?::text) AND NULLIF(("t0"."data"::jsonb -> 'country')::jsonb, 'null'::jsonb) IS NOT NULL AND ("t0"."data"::jsonb -> 'country' ->> 'code') = ?::text)
ORDER BY ("t0"."data"::jsonb ->> 'born')::date DESC, ("t0"."data"::jsonb ->> 'author_id')::bigint
