SELECT "t0"."customer_id" AS "c0", "t0"."name" AS "c1", "t0"."email" AS "c2", "t0"."active" AS "c3", "t0"."birthday" AS "c4",
   "t0"."loyalty_points" AS "c5", "t0"."balance" AS "c6", json("t0"."interests") AS "c7", json("t0"."preferences") AS "c8",
   "t0"."joined_at" AS "c9"
FROM "customer" AS "t0"
WHERE "t0"."customer_id" IN (?, upper(?))

INSERT INTO "customer" ("customer_id", "name", "email", "active", "birthday", "loyalty_points", "balance", "interests", "preferences",
   "joined_at") VALUES (?, ?, ?, ?, ?, ?, fraiseql_decimal_text(?, 2), ?, ?, fraiseql_datetime_text(?)) RETURNING "customer_id" AS "c0",
   "name" AS "c1", "email" AS "c2", "active" AS "c3", "birthday" AS "c4", "loyalty_points" AS "c5", "balance" AS "c6", json("interests") AS "c7",
   json("preferences") AS "c8", "joined_at" AS "c9"

UPDATE "customer" AS "t0" SET "name" = ?, "email" = ?, "active" = ?, "birthday" = ?, "loyalty_points" = ?, "balance" = fraiseql_decimal_text(?,
   2), "interests" = ?, "preferences" = ?, "joined_at" = fraiseql_datetime_text(?)
WHERE "t0"."customer_id" IN (?, upper(?)) RETURNING "customer_id" AS "c0", "name" AS "c1", "email" AS "c2", "active" AS "c3",
   "birthday" AS "c4", "loyalty_points" AS "c5", "balance" AS "c6", json("interests") AS "c7", json("preferences") AS "c8",
   "joined_at" AS "c9"

SELECT "t0"."customer_id" AS "c0"
FROM "customer" AS "t0"
WHERE "t0"."customer_id" IN (?, upper(?))
