SELECT CONVERT(`t1`.`k1` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c0`, `t1`.`k2` AS `c1`, `t1`.`a3` AS `c2`, `t1`.`a2` AS `c3`
FROM (
  SELECT `t0`.`status` COLLATE utf8mb4_nopad_bin AS `k1`, CAST(DATE(`t0`.`placed_at`) - INTERVAL DAYOFMONTH(`t0`.`placed_at`) - 1 DAY AS DATETIME) AS `k2`,
     SUM(`t0`.`total`) AS `a2`, COUNT(*) AS `a3`
  FROM `order` AS `t0`
  GROUP BY 1, 2
) AS `t1`
WHERE `t1`.`a2` > ?
ORDER BY `t1`.`a2` IS NULL DESC, `t1`.`a2` DESC, `t1`.`k1` IS NULL, `t1`.`k1`, `t1`.`k2` IS NULL, `t1`.`k2`
LIMIT 10
