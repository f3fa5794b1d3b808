SELECT "t0"."customer_id" AS "c0", "t0"."name" AS "c1", "t0"."email" AS "c2", "t0"."active" AS "c3", "t0"."birthday" AS "c4",
   "t0"."loyalty_points" AS "c5", "t0"."balance" AS "c6", array_to_json("t0"."interests")::text AS "c7", "t0"."preferences"::text AS "c8",
   "t0"."joined_at" AS "c9"
FROM "customer" AS "t0"
WHERE "t0"."customer_id" = ?::uuid FOR UPDATE OF "t0"

INSERT INTO "customer" ("customer_id", "name", "email", "active", "birthday", "loyalty_points", "balance", "interests", "preferences",
   "joined_at") VALUES (?::uuid, ?::text, ?::text, ?::boolean, ?::date, ?::bigint, ?::numeric, CASE WHEN jsonb_typeof(?::jsonb) = 'array' THEN ARRAY(
  SELECT jsonb_array_elements_text(?::jsonb)
)::text[] END, ?::jsonb, ?::timestamptz) RETURNING "customer_id" AS "c0", "name" AS "c1", "email" AS "c2", "active" AS "c3",
   "birthday" AS "c4", "loyalty_points" AS "c5", "balance" AS "c6", array_to_json("interests")::text AS "c7", "preferences"::text AS "c8",
   "joined_at" AS "c9"

UPDATE "customer" AS "t0" SET "name" = ?::text, "email" = ?::text, "active" = ?::boolean, "birthday" = ?::date, "loyalty_points" = ?::bigint,
   "balance" = ?::numeric, "interests" = CASE WHEN jsonb_typeof(?::jsonb) = 'array' THEN ARRAY(
  SELECT jsonb_array_elements_text(?::jsonb)
)::text[] END, "preferences" = ?::jsonb, "joined_at" = ?::timestamptz
WHERE "t0"."customer_id" = ?::uuid RETURNING "customer_id" AS "c0", "name" AS "c1", "email" AS "c2", "active" AS "c3", "birthday" AS "c4",
   "loyalty_points" AS "c5", "balance" AS "c6", array_to_json("interests")::text AS "c7", "preferences"::text AS "c8", "joined_at" AS "c9"

SELECT "t0"."customer_id" AS "c0"
FROM "customer" AS "t0"
WHERE "t0"."customer_id" = ?::uuid
