SELECT CONVERT(`t1`.`k1` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c0`, `t1`.`k2` AS `c1`, `t1`.`a2` AS `c2`
FROM (
  SELECT `t2`.`name` COLLATE utf8mb4_nopad_bin AS `k1`, (`t0`.`published` - INTERVAL DAYOFYEAR(`t0`.`published`) - 1 DAY) AS `k2`,
     COUNT(*) AS `a2`
  FROM `book` AS `t0`
  LEFT JOIN `publisher` AS `t2` ON `t2`.`publisher_id` = `t0`.`publisher_id`
  GROUP BY 1, 2
) AS `t1`
ORDER BY `t1`.`k1` IS NULL, `t1`.`k1`, `t1`.`k2` IS NULL, `t1`.`k2`
