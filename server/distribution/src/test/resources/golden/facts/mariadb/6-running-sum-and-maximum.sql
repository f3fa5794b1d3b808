SELECT CASE WHEN ABS(SUM(`t1`.`a2`) OVER (PARTITION BY `t1`.`k1` ORDER BY `t1`.`k2` IS NULL, `t1`.`k2`)) < 1e63 THEN SUM(`t1`.`a2`) OVER (PARTITION BY `t1`.`k1` ORDER BY `t1`.`k2` IS NULL,
   `t1`.`k2`) WHEN COUNT(`t1`.`a2`) OVER (PARTITION BY `t1`.`k1` ORDER BY `t1`.`k2` IS NULL, `t1`.`k2`) > 0 THEN (1 + CHAR_LENGTH(COUNT(`t1`.`a2`) OVER (PARTITION BY `t1`.`k1` ORDER BY `t1`.`k2` IS NULL,
   `t1`.`k2`))) + 9223372036854775807 END AS `c0`, CONVERT(MAX(`t1`.`k2`) OVER (PARTITION BY `t1`.`k1`) USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c1`
FROM (
  SELECT CONVERT(`documents`.`v0` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k1`, CONVERT(`documents`.`v1` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k2`,
     SUM(`documents`.`v2`) AS `a2`
  FROM (
    SELECT (
      SELECT v
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."customer"."region"' ERROR ON ERROR)) AS j
    ) AS `v0`, (
      SELECT v
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."category"' ERROR ON ERROR)) AS j
    ) AS `v1`, `t0`.`revenue` AS `v2`
    FROM `tf_sales` AS `t0`
    LIMIT 9223372036854775807
  ) AS `documents`
  GROUP BY 1, 2
) AS `t1`
ORDER BY `t1`.`k1` IS NULL, `t1`.`k1`, `t1`.`k2` IS NULL, `t1`.`k2`
