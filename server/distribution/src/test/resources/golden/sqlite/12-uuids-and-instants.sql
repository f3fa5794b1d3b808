SELECT "t0"."name" AS "c0"
FROM "customer" AS "t0"
WHERE ("t0"."customer_id" IN (?, upper(?)) AND ("t0"."joined_at" >= coalesce(date(? / 1000000, 'unixepoch', '-1 day'), '') AND fraiseql_datetime("t0"."joined_at") >= ?) AND "t0"."active" = ?)
ORDER BY lower("t0"."customer_id")
