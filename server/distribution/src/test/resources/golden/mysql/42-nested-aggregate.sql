WITH `b0` AS (
  SELECT `t0`.`publisher_id` AS `n`, `t0`.`name` COLLATE utf8mb4_0900_bin AS `c0`, `t0`.`publisher_id` AS `k0`
  FROM `publisher` AS `t0`
  ORDER BY `t0`.`publisher_id`
  LIMIT 5
)
SELECT 0 AS `c0`, NULL AS `c1`, `b0`.`n` AS `c2`, `b0`.`c0` AS `c3`, NULL AS `c4`, NULL AS `c5`, NULL AS `c6`
FROM `b0`
UNION ALL
SELECT 1 AS `c0`, `b0`.`n` AS `c1`, 1 AS `c2`, NULL AS `c3`, COUNT(*) AS `c4`, CASE WHEN ABS(SUM(`t1`.`price`)) < 1e51 THEN ROUND(SIGN(SUM(`t1`.`price`)) * (((ABS(SUM(`t1`.`price`)) * 200000000 + COUNT(`t1`.`price`)) - MOD(ABS(SUM(`t1`.`price`)) * 200000000 + COUNT(`t1`.`price`),
   2 * COUNT(`t1`.`price`))) / (2 * COUNT(`t1`.`price`))) * 0.00000001, 8) WHEN COUNT(`t1`.`price`) > 0 THEN (1 + CHAR_LENGTH(COUNT(`t1`.`price`))) + 9223372036854775807 END AS `c5`,
   MAX(`t1`.`published`) AS `c6`
FROM `b0`
JOIN `book` AS `t1` ON `t1`.`publisher_id` = `b0`.`k0`
WHERE `t1`.`in_print` = ?
GROUP BY 2
