SELECT "t1"."a0" AS "c0", "t1"."a1" AS "c1", "t1"."a2" AS "c2", "t1"."a3" AS "c3", "t1"."a4" AS "c4", "t1"."a5" AS "c5",
   "t1"."a6"::text AS "c6", "t1"."a7" AS "c7", "t1"."a8" AS "c8", "t1"."a9" AS "c9"
FROM (
  SELECT COUNT(*) AS "a0", COUNT(DISTINCT "t0"."publisher_id") AS "a1", SUM("t0"."price")::numeric AS "a2", SUM("t0"."copies_sold")::numeric AS "a3",
     SIGN(SUM("t0"."price")::numeric) * DIV(ABS(SUM("t0"."price")::numeric) * 2e8 + COUNT("t0"."price"), 2 * COUNT("t0"."price")::numeric) * 1e-8 AS "a4",
     SIGN(SUM("t0"."pages")::numeric) * DIV(ABS(SUM("t0"."pages")::numeric) * 2e6 + COUNT("t0"."pages"), 2 * COUNT("t0"."pages")::numeric) * 1e-6 AS "a5",
     MIN("t0"."title") AS "a6", MIN("t0"."published") AS "a7", MAX("t0"."rating") AS "a8", SQRT(VAR_SAMP("t0"."pages")::double precision) AS "a9"
  FROM "book" AS "t0"
  WHERE "t0"."in_print" = ?::boolean
) AS "t1"
