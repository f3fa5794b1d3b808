SELECT "t1"."a0" AS "c0", "t1"."a1" AS "c1", "t1"."a2" AS "c2", "t1"."a3" AS "c3", "t1"."a4" AS "c4", "t1"."a5" AS "c5",
   "t1"."a6" AS "c6", "t1"."a7" AS "c7", "t1"."a8" AS "c8", "t1"."a9" AS "c9"
FROM (
  SELECT COUNT(*) AS "a0", COUNT(DISTINCT "t0"."publisher_id") AS "a1", fraiseql_sum("t0"."price", 2) AS "a2", fraiseql_sum("t0"."copies_sold",
     -1) AS "a3", fraiseql_avg("t0"."price", 2, 8) AS "a4", fraiseql_avg("t0"."pages", -1, 6) AS "a5", MIN("t0"."title") AS "a6",
     MIN(fraiseql_period("t0"."published", 'DATE', 'ISO', 'VALUE')) AS "a7", MAX("t0"."rating") AS "a8", fraiseql_stddev("t0"."pages",
     -1) AS "a9"
  FROM "book" AS "t0"
  WHERE "t0"."in_print" = ?
) AS "t1"
