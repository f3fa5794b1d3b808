SELECT CONVERT(`t1`.`k1` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c0`, `t1`.`k2` AS `c1`, `t1`.`a2` AS `c2`, `t1`.`a3` AS `c3`,
   `t1`.`a4` AS `c4`
FROM (
  SELECT CONVERT(`documents`.`v0` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k1`, (`documents`.`v1` - INTERVAL DAYOFMONTH(`documents`.`v1`) - 1 DAY) AS `k2`,
     COUNT(*) AS `a2`, SUM(`documents`.`v2`) AS `a3`, CASE WHEN ABS(SUM(`documents`.`v2`)) < 1e51 THEN ROUND(SIGN(SUM(`documents`.`v2`)) * (((ABS(SUM(`documents`.`v2`)) * 200000000 + COUNT(`documents`.`v2`)) - MOD(ABS(SUM(`documents`.`v2`)) * 200000000 + COUNT(`documents`.`v2`),
     2 * COUNT(`documents`.`v2`))) / (2 * COUNT(`documents`.`v2`))) * 0.00000001, 8) WHEN COUNT(`documents`.`v2`) > 0 THEN (1 + CHAR_LENGTH(COUNT(`documents`.`v2`))) + 9223372036854775807 END AS `a4`
  FROM (
    SELECT (
      SELECT v
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."customer"."region"' ERROR ON ERROR)) AS j
    ) AS `v0`, `t0`.`sold_on` AS `v1`, `t0`.`revenue` AS `v2`
    FROM `tf_sales` AS `t0`
    LIMIT 9223372036854775807
  ) AS `documents`
  GROUP BY 1, 2
) AS `t1`
ORDER BY `t1`.`k1` IS NULL, `t1`.`k1`, `t1`.`k2` IS NULL, `t1`.`k2`
