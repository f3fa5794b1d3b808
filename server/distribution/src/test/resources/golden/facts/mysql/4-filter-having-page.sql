SELECT CONVERT(`t1`.`k1` USING utf8mb4) COLLATE utf8mb4_0900_bin AS `c0`
FROM (
  SELECT CONVERT(`documents`.`v0` USING utf8mb4) COLLATE utf8mb4_0900_bin AS `k1`, SUM(`documents`.`v1`) AS `a1`
  FROM (
    SELECT (
      SELECT v
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."category"' ERROR ON ERROR)) AS j
    ) AS `v0`, `t0`.`revenue` AS `v1`
    FROM `tf_sales` AS `t0`
    WHERE (CONVERT((
      SELECT v
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."customer"."region"' ERROR ON ERROR)) AS j
    ) USING utf8mb4) COLLATE utf8mb4_0900_bin = ? AND `t0`.`sold_on` >= ?)
    LIMIT 9223372036854775807
  ) AS `documents`
  GROUP BY 1
) AS `t1`
WHERE `t1`.`a1` > ?
ORDER BY `t1`.`a1` IS NULL DESC, `t1`.`a1` DESC, `t1`.`k1` IS NULL, `t1`.`k1`
LIMIT 10
OFFSET 5
