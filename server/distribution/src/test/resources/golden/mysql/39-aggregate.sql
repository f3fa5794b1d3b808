SELECT `t1`.`a0` AS `c0`, `t1`.`a1` AS `c1`, `t1`.`a2` AS `c2`, `t1`.`a3` AS `c3`, `t1`.`a4` AS `c4`, `t1`.`a5` AS `c5`,
   CONVERT(`t1`.`a6` USING utf8mb4) COLLATE utf8mb4_0900_bin AS `c6`, `t1`.`a7` AS `c7`, `t1`.`a8` AS `c8`, `t1`.`a9` AS `c9`
FROM (
  SELECT COUNT(*) AS `a0`, COUNT(DISTINCT `t0`.`publisher_id`) AS `a1`, SUM(`t0`.`price`) AS `a2`, SUM(`t0`.`copies_sold`) AS `a3`,
     CASE WHEN ABS(SUM(`t0`.`price`)) < 1e51 THEN ROUND(SIGN(SUM(`t0`.`price`)) * (((ABS(SUM(`t0`.`price`)) * 200000000 + COUNT(`t0`.`price`)) - MOD(ABS(SUM(`t0`.`price`)) * 200000000 + COUNT(`t0`.`price`),
     2 * COUNT(`t0`.`price`))) / (2 * COUNT(`t0`.`price`))) * 0.00000001, 8) WHEN COUNT(`t0`.`price`) > 0 THEN (1 + CHAR_LENGTH(COUNT(`t0`.`price`))) + 9223372036854775807 END AS `a4`,
     CASE WHEN ABS(SUM(`t0`.`pages`)) < 1e53 THEN ROUND(SIGN(SUM(`t0`.`pages`)) * (((ABS(SUM(`t0`.`pages`)) * 2000000 + COUNT(`t0`.`pages`)) - MOD(ABS(SUM(`t0`.`pages`)) * 2000000 + COUNT(`t0`.`pages`),
     2 * COUNT(`t0`.`pages`))) / (2 * COUNT(`t0`.`pages`))) * 0.000001, 6) WHEN COUNT(`t0`.`pages`) > 0 THEN (1 + CHAR_LENGTH(COUNT(`t0`.`pages`))) + 9223372036854775807 END AS `a5`,
     MIN(`t0`.`title`) AS `a6`, MIN(`t0`.`published`) AS `a7`, MAX(`t0`.`rating`) AS `a8`, SQRT(CAST(COUNT(`t0`.`pages`) * SUM(CAST(`t0`.`pages` AS DECIMAL(20,
     0)) * `t0`.`pages`) - SUM(`t0`.`pages`) * SUM(`t0`.`pages`) AS DOUBLE) / (COUNT(`t0`.`pages`) * NULLIF(COUNT(`t0`.`pages`) - 1,
     0))) AS `a9`
  FROM `book` AS `t0`
  WHERE `t0`.`in_print` = ?
) AS `t1`
