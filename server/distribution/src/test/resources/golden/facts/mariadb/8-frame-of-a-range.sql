SELECT COUNT(*) OVER (ORDER BY `t1`.`a1` IS NULL, `t1`.`a1` RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS `c0`
FROM (
  SELECT CONVERT(`documents`.`v0` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k1`, COUNT(*) AS `a1`
  FROM (
    SELECT (
      SELECT v
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."category"' ERROR ON ERROR)) AS j
    ) AS `v0`
    FROM `tf_sales` AS `t0`
    LIMIT 9223372036854775807
  ) AS `documents`
  GROUP BY 1
) AS `t1`
WHERE `t1`.`a1` > 1
ORDER BY `t1`.`k1` IS NULL, `t1`.`k1`
